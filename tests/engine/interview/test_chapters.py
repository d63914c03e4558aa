"""The order of the interview follows the article and depends on nothing that is answered."""

from __future__ import annotations

from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.interview.chapters import chapters
from advise.engine.interview.pages import Questionnaire, all_pages
from advise.engine.project.project import read_project


def test_the_framing_comes_first_then_what_a_verdict_needs_and_then_the_steps_of_the_article(
    kb: CompiledKnowledgeBase,
) -> None:
    found = chapters(kb)
    assert [topic.facts for topic in found[0].topics] == [kb.presentation.first]
    assert [chapter.needed for chapter in found] == [False, True, *[False] * (len(found) - 2)]
    steps = [{kb.areas[topic.area].step for topic in chapter.topics if topic.area is not None} for chapter in found[2:]]
    assert [step for step in steps if step != {None}] == [{0}, {1}, {2}, {3}, {4}, {5}]


def test_what_a_verdict_needs_is_one_chapter_and_nowhere_else(kb: CompiledKnowledgeBase) -> None:
    must = {must.fact for must in kb.verdict.must_know} - set(kb.presentation.first)
    places = {fact: chapter.needed for chapter in chapters(kb) for topic in chapter.topics for fact in topic.facts}
    assert {fact for fact, needed in places.items() if needed} == must


def test_chapters_are_numbered_and_titled_in_both_languages(kb: CompiledKnowledgeBase) -> None:
    found = chapters(kb)
    assert [chapter.number for chapter in found] == list(range(len(found)))
    assert all(chapter.title["en"] and chapter.title["ja"] for chapter in found)


def test_inside_a_chapter_the_most_severe_topic_comes_first(kb: CompiledKnowledgeBase) -> None:
    for chapter in chapters(kb):
        severities = [topic.severity for topic in chapter.topics]
        assert severities == sorted(severities)


def test_every_fact_that_a_rule_reads_is_in_exactly_one_topic(kb: CompiledKnowledgeBase) -> None:

    dependencies = kb.evaluator.dependencies
    asked = [fact for chapter in chapters(kb) for topic in chapter.topics for fact in topic.facts]
    assert len(asked) == len(set(asked))
    read = {path for path in kb.vocabulary.facts if dependencies.reached(path)[1] and not path.startswith("complete.")}
    assert read <= set(asked)


def test_every_unknown_that_is_asked_about_has_a_page(kb: CompiledKnowledgeBase) -> None:
    from advise.engine.assess.run import assess

    project = read_project({"organisations": [{"id": "a"}], "kpis": [{"id": "k"}]}, kb)
    pages = {page.key for page in all_pages(project, Questionnaire(kb))}
    questions = assess(project, kb, interpreter="evaluate").questions
    assert {(question.fact, question.subject) for question in questions} <= pages


def test_a_list_is_asked_element_by_element_and_its_completeness_last(kb: CompiledKnowledgeBase) -> None:
    project = read_project({"portfolio": {"seeds": [{"id": "a"}, {"id": "b"}]}}, kb)
    pages = [page for page in all_pages(project, Questionnaire(kb)) if page.topic == "portfolio.seeds"]
    subjects = [page.subject for page in pages]
    assert subjects == [*["portfolio.seeds/a"] * 4, *["portfolio.seeds/b"] * 4, None, None]
    assert [page.fact for page in pages[-2:]] == ["portfolio.seeds", "complete.portfolio.seeds"]


def test_what_is_answered_does_not_move_a_page(kb: CompiledKnowledgeBase) -> None:
    before = all_pages(read_project({}, kb), Questionnaire(kb))
    after = all_pages(
        read_project({"commitment": {"declared": False}, "capitals": {"human": {"assessed": True}}}, kb),
        Questionnaire(kb),
    )
    assert before == after
