//! Every block keeps its number of lines and no word is split, whatever the answers are.

use super::*;
use crate::model::content::{Class, Options, QuestionKind};
use crate::model::paper::document::Paragraph;
use crate::model::words::{length, sentences};

/// Texts that are hard to lay out.
fn nasty() -> Vec<String> {
    vec![
        "x".repeat(400),
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen ".repeat(7),
        "😀👩\u{200d}👧 e\u{301}🏳️ ".repeat(60),
        "Zin een. Zin twee! Zin drie? ".repeat(40),
        "a\n\n\n\tb ".repeat(50),
        "“ ” ' \" {} {pen} {who} 'nee'".to_owned(),
        "kort".to_owned(),
        format!("{} kort.", "w".repeat(80)),
    ]
}

/// An answer to every question, with this text and the first `most` options.
fn everything(facts: &Facts, text: &str, most: usize) -> Answers {
    let content = &facts.catalogue;
    let areas: Vec<String> = content.content.areas.iter().map(|area| area.id.clone()).collect();
    let mut answers = Answers::new();
    for (id, asked) in content.questions() {
        let question = &asked.question;
        let listed: Vec<String> = match question.options_from {
            Options::Areas | Options::ChosenAreas => areas.clone(),
            Options::Circle => vec!["mens.1".to_owned(), "mens.2".to_owned()],
            Options::Listed | Options::Situations | Options::Strengths | Options::Outcomes | Options::OwnSentences => {
                content.listed(asked).iter().map(|choice| choice.id.clone()).collect()
            }
        };
        let own = if question.own.is_some() { text.to_owned() } else { String::new() };
        let answer = match question.kind {
            QuestionKind::YesNo => Answer::Yes,
            QuestionKind::One => Answer::Picks { picked: listed.into_iter().take(1).collect(), own },
            QuestionKind::Many => Answer::Picks { picked: listed.into_iter().take(most).collect(), own },
            QuestionKind::Number { max, .. } => Answer::Number(max),
            QuestionKind::Date => Answer::Date(day("2026-05-04")),
            QuestionKind::Text => words(text),
            QuestionKind::People(_) => crowd(text, question.options.last().map_or("", |group| &group.id)),
        };
        answers.insert(id.to_owned(), answer);
    }
    answers
}

fn crowd(text: &str, age: &str) -> Answer {
    let person = |id: u32| Person {
        id,
        role: text.chars().take(24).collect(),
        name: format!("Naam{id}"),
        age: age.to_owned(),
        what: text.to_owned(),
        name_on_paper: id.is_multiple_of(2),
        steady: id == 12,
    };
    Answer::People((1..=12).map(person).collect())
}

fn check(facts: &Facts, answers: &Answers, choice: &PaperChoice) {
    let paper = compose(facts, choice);
    let widths = paper.document.widths;
    let v1 = &facts.catalogue.content.sheets.v1;
    for block in &paper.document.pages[0].blocks {
        let shape = v1.blocks.iter().find(|shape| Some(shape.number) == block.number).expect("one of the twelve");
        let lines = block.lines(&widths);
        assert!(lines.len() <= shape.lines, "block {}: {lines:#?}", shape.number);
    }
    for page in &paper.document.pages {
        let lines = page.lines(&widths);
        assert!(lines.len() <= 40, "{lines:#?}");
        for line in &lines {
            assert!(length(line) <= 80, "{line}");
        }
    }
    whole_words(&paper, answers);
}

/// Checks that each quote is a whole text or a whole sentence, exactly as typed.
fn whole_words(paper: &crate::model::paper::ComposedPaper, answers: &Answers) {
    let typed: Vec<&str> = answers.values().flat_map(Answer::own_words).collect();
    let paragraphs = paper.document.pages.iter().flat_map(|page| &page.blocks).flat_map(|block| &block.paragraphs);
    for Paragraph { runs, .. } in paragraphs {
        for run in runs {
            let Run::Quoted(quoted) = run else { continue };
            let whole = typed.iter().any(|text| text == quoted || sentences(text).contains(&quoted.as_str()));
            assert!(whole, "{quoted:?}");
        }
    }
}

#[test]
fn every_block_keeps_its_lines_whatever_is_answered() {
    let empty = facts(&Answers::new());
    let with_note =
        PaperChoice { call_note: true, gemeente: Some("voorbeeldstad".to_owned()), ..PaperChoice::default() };
    for text in nasty() {
        for most in [1, 3, 99] {
            let answers = everything(&empty, &text, most);
            let facts = facts(&answers);
            check(&facts, &answers, &PaperChoice::default());
            check(&facts, &answers, &with_note);
        }
    }
}

#[test]
fn every_block_keeps_its_lines_with_one_nasty_answer_at_a_time() {
    let empty = facts(&Answers::new());
    let calm = everything(&empty, "kort", 2);
    for text in ["x".repeat(400), "Zin een met een woord. ".repeat(18)] {
        let nasty = everything(&empty, &text, 2);
        let own = nasty.iter().filter(|(_, answer)| !answer.own_words().is_empty());
        for (id, answer) in own {
            let mut answers = calm.clone();
            answers.insert(id.clone(), answer.clone());
            check(&facts(&answers), &answers, &PaperChoice::default());
        }
    }
}

#[test]
fn what_has_no_room_at_all_is_told_and_can_be_chosen() {
    let empty = facts(&Answers::new());
    let answers = everything(&empty, &"Nog een hele lange zin over thuis. ".repeat(11), 3);
    let facts = facts(&answers);
    let first = compose(&facts, &PaperChoice::default());
    let last = first.left_over.last().expect("more than two pages can hold");
    let choice = PaperChoice { goes_along: vec![last.key.clone()], ..PaperChoice::default() };
    let second = compose(&facts, &choice);
    assert!(second.on_page_2.iter().any(|placed| placed.key == last.key));
    let all = |paper: &crate::model::paper::ComposedPaper| paper.left_over.len() + paper.on_page_2.len();
    assert_eq!(all(&first), all(&second), "nothing is lost");
}

#[test]
fn a_story_that_does_not_fit_on_top_stands_whole_on_page_2() {
    let story = "Ik val en dan lig ik daar en niemand hoort mij roepen in de nacht. ".repeat(17);
    let text = paper(&[("st1", ticks(&["zelf"])), ("n1", words(&story))]);
    assert!(text.starts_with("Wat nodig is: “Ik val en dan lig ik daar en niemand hoort mij roepen"), "{text}");
    assert!(text.contains("Bladzijde 1 van 2."));
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains(&format!("Mijn verhaal: “{}”", story.trim())));
}

#[test]
fn nothing_of_the_class_safety_reaches_the_sheet() {
    let empty = facts(&Answers::new());
    let answers = everything(&empty, "kort", 99);
    let facts = facts(&answers);
    let text = plain_text::plain(&compose(&facts, &PaperChoice::default()).document);
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut checked = 0;
    for (id, asked) in facts.catalogue.questions() {
        for choice in facts.catalogue.listed(asked) {
            let secret = facts.class(id, Some(&choice.id)) == Class::Safety;
            // Some answers, such as “ja”, appear on every sheet.
            if secret && choice.text.split_whitespace().count() > 3 {
                assert!(!flat.contains(choice.text.as_str()), "{}", choice.text);
                checked += 1;
            }
        }
    }
    assert!(checked > 20, "{checked}");
}
