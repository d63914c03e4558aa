"""What is wrong in a file of a person: its place, the cause and one cure, in both languages."""
