"""What is shown of an assessment besides the memo: explanations, differences, improvements, cities side by side."""
