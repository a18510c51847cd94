//! The promises about the sheet, whatever the answers are.

use std::collections::BTreeSet;

use app::model::content::flag::Flag;
use app::model::content::{Class, Sheet, SheetPiece};
use app::model::dossier::answers::Answer;
use app::model::facts::Facts;
use app::model::paper::document::{Paragraph, ParagraphKind, Run};
use app::model::paper::{self, ComposedPaper, Offered, PaperChoice, summary};
use app::model::words;

use super::life::Life;
use super::pool::pool;
use super::tally::Tally;
use super::words::squeezed;

/// Page 1, page 2 and the texts that do not fit, as one text.
fn everything(paper: &ComposedPaper) -> String {
    let paragraphs = paragraphs(paper).map(Paragraph::text);
    let left = paper.left_over.iter().map(|left| left.text.clone());
    squeezed(&paragraphs.chain(left).collect::<Vec<_>>().join("\n"))
}

/// Every paragraph, including those in table cells.
fn paragraphs(paper: &ComposedPaper) -> impl Iterator<Item = &Paragraph> {
    let blocks = paper.document.pages.iter().flat_map(|page| &page.blocks);
    blocks.flat_map(|block| {
        let rows = block.table.iter().flat_map(|table| &table.rows);
        block.paragraphs.iter().chain(rows.flat_map(|row| &row.cells))
    })
}

/// Checks every promise about the summary and the two sheets for residents who are stuck; returns their texts.
pub fn check(life: &Life<'_>, tally: &mut Tally) -> Result<Vec<String>, String> {
    let choice = &life.dossier.paper;
    let paper = summary::compose(&life.facts, choice);
    let text = everything(&paper);
    page_1_keeps_its_budgets(&paper, tally)?;
    page_2_keeps_its_lines(&paper, tally)?;
    own_words_are_quoted_whole(&life.facts, &paper, tally)?;
    own_words_are_all_there(life, choice, &text, tally)?;
    nothing_leaves_its_class(life, &text)?;
    nothing_planted_gets_out(life, &text, tally)?;
    hidden_names_stay_hidden(life, &text, tally)?;
    answers_that_do_not_count_stay_off(life, &text, tally)?;
    let mut texts = vec![text];
    for sheet in [Sheet::TailoredRequest, Sheet::MeetingRequest] {
        texts.extend(one_page(life, sheet, tally)?);
    }
    Ok(texts)
}

/// Checks that the two sheets of one page keep the same promises.
fn one_page(life: &Life<'_>, sheet: Sheet, tally: &mut Tally) -> Result<Option<String>, String> {
    let paper = paper::compose(&life.facts, &life.dossier.paper, sheet).ok_or("no such sheet")?;
    let there = paper::offered(&life.facts, sheet) == Offered::Yes;
    if !there {
        return Ok(None);
    }
    tally.count("sheet of one page");
    if !paper.left_over.is_empty() {
        tally.count("left off a sheet of one page");
    }
    let pages = &paper.document.pages;
    let lines = pages.iter().map(|page| page.height(&paper.document.widths)).sum::<usize>();
    if pages.len() != 1 || lines > 40 {
        return Err(format!("{sheet:?} has {} pages and {lines} lines", pages.len()));
    }
    let text = everything(&paper);
    own_words_are_quoted_whole(&life.facts, &paper, tally)?;
    nothing_leaves_its_class(life, &text)?;
    nothing_planted_gets_out(life, &text, tally)?;
    hidden_names_stay_hidden(life, &text, tally)?;
    answers_that_do_not_count_stay_off(life, &text, tally)?;
    Ok(Some(text))
}

fn page_1_keeps_its_budgets(paper: &ComposedPaper, tally: &mut Tally) -> Result<(), String> {
    let v1 = &pool().catalogue.content.sheets.v1;
    let widths = &paper.document.widths;
    let mut all = 0;
    for block in &paper.document.pages[0].blocks {
        let budget = v1.blocks.iter().find(|other| Some(other.number) == block.number).map_or(0, |block| block.lines);
        let lines = block.lines(widths);
        all += lines.len();
        if lines.len() > budget {
            return Err(format!(
                "block {:?} has {} lines, not {budget}:\n{}",
                block.number,
                lines.len(),
                lines.join("\n")
            ));
        }
        if lines.len() == budget {
            tally.count("block at its budget");
        }
        let large = block.paragraphs.iter().filter(|paragraph| paragraph.look == ParagraphKind::Large).count();
        let widest = lines.iter().map(|line| words::length(line)).max().unwrap_or(0);
        if large > 1 || widest > widths.normal {
            return Err(format!("block {:?}: {large} large paragraphs, {widest} wide", block.number));
        }
    }
    if all > 40 { Err(format!("page 1 has {all} lines")) } else { Ok(()) }
}

fn page_2_keeps_its_lines(paper: &ComposedPaper, tally: &mut Tally) -> Result<(), String> {
    let page_2 = &pool().catalogue.content.sheets.v1.page_2;
    if paper.document.pages.len() > 2 {
        return Err("a third page".to_owned());
    }
    let Some(second) = paper.document.pages.get(1) else {
        return Ok(());
    };
    tally.count("page 2");
    if !paper.left_over.is_empty() {
        tally.count("left over");
    }
    let lines = second.lines(&paper.document.widths).len();
    if lines > page_2.all_lines { Err(format!("page 2 has {lines} lines, not {}", page_2.all_lines)) } else { Ok(()) }
}

/// Every quotation is a whole free text, or a whole sentence of one.
fn own_words_are_quoted_whole(facts: &Facts, paper: &ComposedPaper, tally: &mut Tally) -> Result<(), String> {
    let texts: Vec<&str> = pool().questions.iter().filter_map(|id| facts.raw(id)).flat_map(Answer::own_words).collect();
    let whole: BTreeSet<String> = texts.iter().map(|text| squeezed(text)).collect();
    let sentences: BTreeSet<String> = texts.iter().flat_map(|text| words::sentences(text)).map(squeezed).collect();
    for run in paragraphs(paper).flat_map(|paragraph| &paragraph.runs) {
        let Run::Quoted(text) = run else { continue };
        tally.count("own words on paper");
        let text = squeezed(text);
        if !whole.contains(&text) && !sentences.contains(&text) {
            return Err(format!("a quotation that nobody said: {text}"));
        }
    }
    Ok(())
}

/// The own words of every question that the sheet names are on page 1, on page 2, or among the texts that do not fit.
fn own_words_are_all_there(life: &Life<'_>, choice: &PaperChoice, text: &str, tally: &mut Tally) -> Result<(), String> {
    let catalogue = &pool().catalogue;
    let held = app::model::paper::held_back(&life.facts, choice);
    for block in &catalogue.content.sheets.v1.blocks {
        if block.optional && choice.blocks_off.contains(&block.number) {
            continue;
        }
        for piece in &block.pieces {
            let SheetPiece::Answer(piece) = piece else {
                continue;
            };
            let holds = piece.when.as_ref().is_none_or(|when| life.facts.holds(when));
            let printed = holds && piece.options.is_empty() && piece.text.contains("{}");
            let Some(Answer::Text(own)) = life.facts.answer(&piece.question).filter(|_| printed) else {
                continue;
            };
            if held.iter().any(|(question, _)| *question == piece.question) {
                continue;
            }
            tally.count("own words looked for");
            if !text.contains(&squeezed(own)) {
                return Err(format!("the words of {} are gone: {own:?}", piece.question));
            }
        }
    }
    let story = &catalogue.content.flow.roles.story;
    let held = held.iter().any(|(question, _)| question == story);
    match life.facts.text(story) {
        Some(own) if !held && !text.contains(&squeezed(own)) => Err(format!("the story is gone: {own:?}")),
        _ => Ok(()),
    }
}

/// No own word and no tick of class `Safety` or `Route` is on paper.
fn nothing_leaves_its_class(life: &Life<'_>, text: &str) -> Result<(), String> {
    let closed = |class| matches!(class, Class::Safety | Class::Route);
    for id in &pool().questions {
        let Some(answer) = life.facts.raw(id).filter(|_| closed(life.facts.class(id, None))) else {
            continue;
        };
        for token in answer.own_words().iter().flat_map(|own| own.split_whitespace()).filter(|word| is_token(word)) {
            if has_word(text, token) {
                return Err(format!("{id} is of class safety, and “{token}” is on paper"));
            }
        }
    }
    let areas = pool().catalogue.content.areas.iter();
    let choices = areas.flat_map(|area| area.situations.iter().chain(&area.strengths).chain(&area.outcomes));
    for choice in choices.filter(|choice| choice.class.is_some_and(closed)) {
        // Own words cannot form these sentences, because the generator uses other words.
        if text.contains(&choice.text) || (!choice.paper.is_empty() && text.contains(&choice.paper)) {
            return Err(format!("{} is of class safety and on paper", choice.id));
        }
    }
    Ok(())
}

/// A planted finding stays off paper, unless the resident saw it and decided to keep it.
fn nothing_planted_gets_out(life: &Life<'_>, text: &str, tally: &mut Tally) -> Result<(), String> {
    let unsafe_now = life.facts.is_up(Flag::Unsafe);
    for (token, (kind, letters)) in &life.planted {
        let homes = pool().questions.iter().filter(|id| {
            let own = life.facts.raw(id).map(Answer::own_words).unwrap_or_default();
            own.iter().any(|own| own.split_whitespace().any(|word| word == token))
        });
        let hidden = life.hidden_names();
        for home in homes {
            let counts_still = *kind != "name" || hidden.contains(letters);
            let prefix = format!("{home}#{kind}");
            // A yes to a name holds in every text, as long as no one known makes the resident unsafe.
            let anywhere = format!("#name.{letters}");
            let kept = life.dossier.paper.kept.iter().any(|kept| kept.starts_with(&prefix))
                || (*kind == "name" && !unsafe_now && life.dossier.paper.kept.contains(&anywhere));
            if kept {
                tally.count("planted and kept");
            } else if counts_still {
                tally.count("planted and held back");
                if has_word(text, token) {
                    return Err(format!("{kind} “{letters}” in {home} is on paper (unsafe: {unsafe_now})"));
                }
            }
        }
    }
    Ok(())
}

/// A name that is not allowed is not on paper, wherever it was typed.
fn hidden_names_stay_hidden(life: &Life<'_>, text: &str, tally: &mut Tally) -> Result<(), String> {
    for name in life.hidden_names() {
        let kept = life.dossier.paper.kept.iter().any(|kept| kept.ends_with(&format!("#name.{name}")));
        tally.count("name of another");
        if !kept && has_word(text, &name) {
            return Err(format!("the name {name} is on paper"));
        }
    }
    Ok(())
}

/// An answer whose question does not count now is not on paper.
fn answers_that_do_not_count_stay_off(life: &Life<'_>, text: &str, tally: &mut Tally) -> Result<(), String> {
    for id in pool().questions.iter().filter(|id| !life.facts.is_asked(id)) {
        let own = life.facts.raw(id).map(Answer::own_words).unwrap_or_default();
        for token in own.iter().flat_map(|own| own.split_whitespace()).filter(|word| is_token(word)) {
            tally.count("text of an unasked question");
            if has_word(text, token) {
                return Err(format!("{id} is not asked, and “{token}” is on paper"));
            }
        }
    }
    Ok(())
}

fn is_token(word: &str) -> bool {
    word.starts_with("zq") && word.ends_with('q')
}

fn has_word(text: &str, token: &str) -> bool {
    let is_edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_ascii_alphanumeric());
    text.match_indices(token)
        .any(|(at, _)| is_edge(text[..at].chars().next_back()) && is_edge(text[at + token.len()..].chars().next()))
}
