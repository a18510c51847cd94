//! A document as it is read on the screen and printed: the same elements for both.

use leptos::prelude::*;

use super::basic::{list, nothing};
use crate::model::document::{Block, Document, HeadingPlace, Look, Page, Paragraph, Run};

/// How large a document is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// As on paper.
    Paper,
    /// Large, for showing a phone to someone across a desk.
    Large,
}

/// A document; `page_label` names each page for who listens, `{n}` is its number.
pub fn document_view(document: Document, size: Size, page_label: &str) -> AnyView {
    let class = match size {
        Size::Paper => "sheet",
        Size::Large => "sheet sheet-large",
    };
    let pages = document.pages.into_iter().enumerate();
    let pages: Vec<AnyView> =
        pages.map(|(index, shown)| page(shown, page_label.replace("{n}", &(index + 1).to_string()))).collect();
    view! { <article class=class>{pages}</article> }.into_any()
}

fn page(page: Page, label: String) -> AnyView {
    let blocks: Vec<AnyView> = page.blocks.into_iter().map(block).collect();
    view! { <div class="sheet-page" role="group" aria-label=label>{blocks}</div> }.into_any()
}

fn block(block: Block) -> AnyView {
    let own_line = block.place == HeadingPlace::OwnLine;
    let items = !block.paragraphs.is_empty() && block.paragraphs.iter().all(|paragraph| paragraph.look == Look::Item);
    let strip = block.paragraphs.iter().any(|paragraph| paragraph.look == Look::Strip);
    let class = match (own_line, strip) {
        (_, true) => "strip",
        (true, false) => "own-line",
        (false, false) => "",
    };
    let heading = match (block.heading.is_empty(), own_line) {
        (true, _) => nothing(),
        (false, true) => view! { <h2>{block.heading}</h2> }.into_any(),
        (false, false) => view! { <h2>{block.heading}" "</h2> }.into_any(),
    };
    let body = if items {
        list("", block.paragraphs.into_iter().map(|item| words(item.runs)).collect())
    } else {
        block.paragraphs.into_iter().map(paragraph).collect::<Vec<_>>().into_any()
    };
    view! { <section class=class>{heading}{body}</section> }.into_any()
}

fn paragraph(paragraph: Paragraph) -> AnyView {
    let class = if paragraph.look == Look::Large { "sheet-first" } else { "" };
    view! { <p class=class>{words(paragraph.runs)}</p> }.into_any()
}

/// Words in a row, own words set apart.
pub fn words(runs: Vec<Run>) -> AnyView {
    let runs = runs.into_iter().map(|run| match run {
        Run::Plain(text) => text.into_any(),
        Run::Bold(text) => view! { <strong>{text}</strong> }.into_any(),
        // Own words may run the other way; `bdi` keeps that from turning the words around them.
        Run::Quoted(text) => view! { <bdi>{Run::Quoted(text).text()}</bdi> }.into_any(),
    });
    runs.collect::<Vec<_>>().into_any()
}
