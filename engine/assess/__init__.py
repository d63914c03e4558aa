"""From conclusions to an assessment: verdict, findings, questions, and the machine form."""

from .model import Assessment, Evidence, Finding, Outcome, Question
from .run import Disagreement, Reviewer, assess, reviewer

__all__ = ["Assessment", "Disagreement", "Evidence", "Finding", "Outcome", "Question", "Reviewer", "assess", "reviewer"]
