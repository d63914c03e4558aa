"""From conclusions to an assessment: verdict, findings, questions, and the machine form."""

from .model import Assessment, Evidence, Finding, Outcome, Question
from .run import assess

__all__ = ["Assessment", "Evidence", "Finding", "Outcome", "Question", "assess"]
