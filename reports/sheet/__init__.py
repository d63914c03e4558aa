"""The sheet of questions: a workbook that is sent to the people who know, and the answers in it when it comes back."""
