//! One screen of the journey: heading, questions and buttons.

use super::question::{self, Heading};
use super::{flag, for_someone_else, hint, paper, sharing, stuck};
use crate::model::catalogue::ScreenRef;
use crate::model::content::condition::Condition;
use crate::model::content::{Ask, Example, HelpBlock, PageKind, Screen};
use crate::model::guidance;
use crate::model::journey::{self, ScreenItem};
use crate::ui::components::basic::{
    button, foldout, group, heading, icon, link, list, paragraph, paragraphs, section, title,
};
use crate::ui::context::{Act, App, AskedFor};
use crate::ui::routing;
use crate::ui::view::{View, element};

/// The screen with this number.
pub fn page(app: App, number: usize) -> View {
    let Some(place) = app.catalogue.place(number) else { return View::nothing() };
    let screen = app.catalogue.screen(place);
    let asks = screen.page.is_questions();
    let body = match screen.page {
        PageKind::Questions | PageKind::Start | PageKind::GentleQuestion => questions(app, place, screen),
        PageKind::Flag => flag::page(app, place),
        PageKind::ForSomeoneElse => for_someone_else::page(app, place),
        PageKind::Sharing => sharing::page(app, place, screen),
        PageKind::CallNote => paper::call_note(app),
        PageKind::Further => stuck::at_the_end(app, screen),
        // These two have addresses of their own; their numbers redirect there.
        PageKind::Check | PageKind::Paper => View::nothing(),
    };
    View::many(vec![
        back_link(app, place),
        error_summary(app),
        body,
        if asks { View::nothing() } else { lower_flags(app, screen.page) },
        onward(app, place, screen.page),
    ])
}

/// Heading, help and questions.
fn questions(app: App, place: ScreenRef, screen: &Screen<Condition>) -> View {
    let items = journey::items(&app.facts, &app.dossier, place);
    let titled = !screen.title.is_empty();
    let heading = if titled { titled_by(app, place, screen) } else { first_heading(app) };
    let mut parts = Vec::new();
    if let Some(area) = place.area {
        parts.push(area_line(app, area));
    }
    parts.push(title(heading));
    if let Some(area) = place.area {
        parts.push(opening(app, area, screen));
    }
    if screen.page == PageKind::GentleQuestion {
        parts.push(gentle_question_line(app));
    }
    // Above the questions, because an urgent message must not be below the edge of a phone screen.
    parts.push(lower_flags(app, screen.page));
    parts.push(paragraphs("help", &screen.help));
    parts.push(for_someone_else::together(app, place));
    parts.extend(screen.block.as_ref().map(help_block));
    parts.push(explanations(app, &items));
    parts.extend(items.iter().map(|item| shown(app, item, titled)));
    let of_area = place.area.filter(|_| screen.asks.contains(&Ask::Nearby));
    parts.push(examples(app, of_area.map_or(&screen.examples, |area| &app.catalogue.content.areas[area].examples)));
    parts.push(stuck::way_out(app, place));
    View::many(parts)
}

/// The area of this screen, above the heading.
fn area_line(app: App, area: usize) -> View {
    let pictogram = icon(&app.catalogue.content.areas[area].icon);
    group("area", vec![pictogram, View::text(question::area_name(app, area))])
}

/// The question that opens an area, on the area's first screen.
fn opening(app: App, area: usize, screen: &Screen<Condition>) -> View {
    let first = Ask::Shared(app.catalogue.content.flow.roles.situations.clone());
    if !screen.asks.contains(&first) {
        return View::nothing();
    }
    let area = &app.catalogue.content.areas[area];
    paragraph("help", app.facts.in_words(&area.opening, &area.young_opening).to_owned())
}

/// Explanations of the hard words on this screen, above their first use.
fn explanations(app: App, items: &[ScreenItem]) -> View {
    let mut text = String::new();
    for item in items {
        let ids = match item {
            ScreenItem::Question(id) | ScreenItem::Ticks { question: id, .. } => std::slice::from_ref(id),
            ScreenItem::Nearby(ids) => ids,
        };
        for asked in ids.iter().filter_map(|id| app.catalogue.question(id)) {
            let options = app.catalogue.listed(asked).iter().map(|choice| choice.text.as_str());
            for part in [asked.question.text.as_str(), &asked.question.help].into_iter().chain(options) {
                text.push_str(part);
                text.push(' ');
            }
        }
    }
    let told = guidance::explanations(app.catalogue, &text);
    if told.is_empty() {
        return View::nothing();
    }
    section("explain", vec![heading(app.text("terms.heading")), paragraphs("", &told)])
}

/// “Zo kan het ook”: examples of other people, below the resident's own ideas.
fn examples(app: App, examples: &[Example]) -> View {
    if examples.is_empty() {
        return View::nothing();
    }
    let mut inside = vec![hint(app, "area.examples-help")];
    inside.push(list("", examples.iter().map(|example| View::text(example.text.clone())).collect()));
    foldout("", vec![View::text(app.text("area.examples-open"))], inside)
}

/// The items of a screen.
pub fn items(app: App, place: ScreenRef, titled: bool) -> View {
    items_but(app, place, titled, &[])
}

/// The items of a screen, except some questions that the page shows in its own way.
pub fn items_but(app: App, place: ScreenRef, titled: bool, elsewhere: &[&str]) -> View {
    let mut items = journey::items(&app.facts, &app.dossier, place);
    items.retain(|item| !elsewhere.iter().any(|question| item.is_about(question)));
    View::many(items.iter().map(|item| shown(app, item, titled)).collect())
}

/// One item; the heading of the page names it if it gave the page its heading.
fn shown(app: App, item: &ScreenItem, titled: bool) -> View {
    let is_first = !titled && app.arrived.first.as_ref() == Some(item);
    question::item(app, item, if is_first { Heading::Page } else { Heading::Own })
}

fn titled_by(app: App, place: ScreenRef, screen: &Screen<Condition>) -> String {
    let name = place.area.map(|area| question::area_name(app, area)).unwrap_or_default();
    screen.title.replace("{area}", &name)
}

fn first_heading(app: App) -> String {
    match &app.arrived.first {
        Some(ScreenItem::Question(id) | ScreenItem::Ticks { question: id, .. }) => question::text_of(app, id),
        Some(ScreenItem::Nearby(_)) => app.text("area.nearby-heading"),
        None => app.text("soft.title"),
    }
}

/// A heading with a few sentences, set apart.
fn help_block(block: &HelpBlock) -> View {
    section("explain", vec![heading(block.heading.clone()), paragraphs("", &block.text)])
}

/// The sentence above a gentle question.
fn gentle_question_line(app: App) -> View {
    let Some(ScreenItem::Question(id)) = &app.arrived.first else { return View::nothing() };
    let soft = app.catalogue.content.safety.soft.iter().find(|soft| soft.question == *id);
    paragraph("", soft.map(|soft| soft.above.clone()).unwrap_or_default())
}

fn back_link(app: App, place: ScreenRef) -> View {
    let Some(before) = journey::previous(&app.facts, &app.dossier, place) else { return View::nothing() };
    let href = routing::route_to(&app.facts, before).fragment();
    link("back", "terug", app.text("button.back"), &href)
}

fn error_summary(app: App) -> View {
    if !app.has_asked(AskedFor::Errors) || app.errors.is_empty() {
        return View::nothing();
    }
    let links = app.errors.iter().map(|error| {
        let jump = app.tap(Act::Focus(error.field.clone()));
        button("", "", error.message.clone(), jump)
    });
    let inside = vec![heading(app.text("error.summary-heading")), list("", links.collect())];
    element("div").class("error-summary").id("errors").with("tabindex", "-1").with("role", "alert").holding(inside)
}

/// The lower flags are a block on this screen; they have no screen of their own.
fn lower_flags(app: App, page: PageKind) -> View {
    match page {
        PageKind::Flag | PageKind::GentleQuestion | PageKind::CallNote | PageKind::Further => View::nothing(),
        PageKind::Questions
        | PageKind::Start
        | PageKind::ForSomeoneElse
        | PageKind::Check
        | PageKind::Sharing
        | PageKind::Paper => flag::new_lower(app),
    }
}

/// Returns whether “Verder” leads back to the main road.
fn leads_back(app: App, place: ScreenRef) -> bool {
    journey::next(&app.facts, &app.dossier, place) == Some(journey::place_at(&app.facts, &app.dossier))
}

/// “Verder”: to a screen that is due, else to the next screen, else back to the overview if the resident came from
/// there.
fn onward(app: App, place: ScreenRef, page: PageKind) -> View {
    if !app.returning && journey::next(&app.facts, &app.dossier, place).is_none() {
        return View::nothing();
    }
    let label = match (app.returning, page) {
        (true, _) if journey::due(&app.facts, &app.dossier).is_none() => "button.to-check",
        (_, PageKind::Flag) => "flag.go-on",
        (false, PageKind::Further) if leads_back(app, place) => "stuck.back",
        _ => "button.next",
    };
    let on = app.tap(Act::GoOn(place));
    match page {
        // Secondary, because the number to call comes first.
        PageKind::Flag => group("onward", vec![button("secondary", "", app.text(label), on)]),
        _ => group("actions", vec![button("primary", "", app.text(label), on)]),
    }
}
