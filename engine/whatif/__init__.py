"""What if: what an answer would change, which completions reach a verdict, and the smallest change for a better one."""
