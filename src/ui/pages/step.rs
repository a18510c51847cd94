//! One screen of the journey: heading, questions, and on.

use leptos::prelude::*;

use super::question::{self, Heading};
use super::{flag, other, paper, sharing};
use crate::model::catalogue::Place;
use crate::model::condition::Condition;
use crate::model::content::{Ask, HelpBlock, Page, Screen};
use crate::model::dossier::Event;
use crate::model::guidance;
use crate::model::journey::{self, Item};
use crate::model::route::Route;
use crate::ui::actions;
use crate::ui::components::basic::{
    button, group, heading, icon, link, list, live, nothing, paragraph, paragraphs, section, title,
};
use crate::ui::context::{Command, Context};

/// The screen with this number.
pub fn page(app: Context, number: usize) -> AnyView {
    let Some(place) = app.catalogue.with_value(|catalogue| catalogue.place(number)) else {
        return nothing();
    };
    let screen = app.catalogue.with_value(|catalogue| catalogue.screen(place).clone());
    let body = match screen.page {
        Page::Questions | Page::Start | Page::Soft => questions(app, place, &screen),
        Page::Flag => flag::page(app, place),
        Page::Other => other::page(app, place),
        Page::Sharing => sharing::page(app, place, &screen),
        Page::CallNote => paper::call_note(app),
        // These two have addresses of their own, to which their numbers lead.
        Page::Check | Page::Paper => nothing(),
    };
    vec![
        back_link(app, place),
        live(move || error_summary(app)),
        body,
        live(move || lower_flags(app, place)),
        onward(app, place, number),
    ]
    .into_any()
}

/// Heading, help and questions.
pub fn questions(app: Context, place: Place, screen: &Screen<Condition>) -> AnyView {
    let first = app.both_now(|facts, dossier| journey::items(facts, dossier, place));
    let titled = !screen.title.is_empty();
    let heading = if titled { titled_by(app, place, screen) } else { first_heading(app, &first) };
    let soft = if screen.page == Page::Soft { soft_line(app, &first) } else { nothing() };
    vec![
        place.area.map_or_else(nothing, |area| area_line(app, area)),
        title(heading),
        place.area.map_or_else(nothing, |area| opening(app, area, screen)),
        soft,
        paragraphs("help", screen.help.clone()),
        screen.block.clone().map_or_else(nothing, help_block),
        explanations(app, &first),
        items(app, place, titled),
        place.area.map_or_else(nothing, |area| examples(app, area, screen)),
    ]
    .into_any()
}

/// Which area this is about, above the heading.
fn area_line(app: Context, area: usize) -> AnyView {
    let pictogram = app.catalogue.with_value(|catalogue| catalogue.content.areas[area].icon.clone());
    group("area", vec![icon(&pictogram), question::area_name(app, area).into_any()])
}

/// The question that opens an area, on its first screen.
fn opening(app: Context, area: usize, screen: &Screen<Condition>) -> AnyView {
    let young = app.is_young();
    let opening = app.catalogue.with_value(|catalogue| {
        let first = Ask::Shared(catalogue.content.flow.roles.situations.clone());
        let area = &catalogue.content.areas[area];
        let text = if young && !area.young_opening.is_empty() { &area.young_opening } else { &area.opening };
        screen.asks.contains(&first).then(|| text.clone())
    });
    opening.map_or_else(nothing, |text| paragraph("help", text))
}

/// What the hard words on this screen mean, before they are met.
fn explanations(app: Context, items: &[Item]) -> AnyView {
    let told = app.catalogue.with_value(|catalogue| {
        let mut text = String::new();
        for item in items {
            let ids = match item {
                Item::Question(id) | Item::Ticks { question: id, .. } => std::slice::from_ref(id),
                Item::Nearby(ids) => ids,
            };
            for asked in ids.iter().filter_map(|id| catalogue.question(id)) {
                let options = catalogue.listed(asked).iter().map(|choice| choice.text.as_str());
                for part in [asked.question.text.as_str(), &asked.question.help].into_iter().chain(options) {
                    text.push_str(part);
                    text.push(' ');
                }
            }
        }
        guidance::explanations(catalogue, &text)
    });
    if told.is_empty() {
        return nothing();
    }
    section("explain", vec![heading(app.text("terms.heading")), paragraphs("", told)])
}

/// “Zo kan het ook”: what happened to others, under what one can try oneself.
fn examples(app: Context, area: usize, screen: &Screen<Condition>) -> AnyView {
    let examples: Vec<String> = app.catalogue.with_value(|catalogue| {
        let examples = catalogue.content.areas[area].examples.iter().map(|example| example.text.clone());
        if screen.asks.contains(&Ask::Nearby) { examples.collect() } else { Vec::new() }
    });
    if examples.is_empty() {
        return nothing();
    }
    let inside = vec![paragraph("help", app.text("area.examples-help")), paragraphs("", examples)];
    view! { <details><summary>{app.text("area.examples-open")}</summary>{inside}</details> }.into_any()
}

/// The items of a screen; they come and go as answers change, and keep focus while they stay.
pub fn items(app: Context, place: Place, titled: bool) -> AnyView {
    items_but(app, place, titled, Vec::new())
}

/// The items of a screen without some questions, which the page shows in its own way.
pub fn items_but(app: Context, place: Place, titled: bool, elsewhere: Vec<String>) -> AnyView {
    let items = Memo::new(move |_| {
        let mut items = app.both(|facts, dossier| journey::items(facts, dossier, place));
        items.retain(|item| !elsewhere.iter().any(|question| item.is_about(question)));
        items
    });
    let first = items.with_untracked(|items| items.first().cloned());
    view! {
        <For each=move || items.get() key=|item| format!("{item:?}") let:item>
            {
                let heading = if !titled && first.as_ref() == Some(&item) { Heading::Page } else { Heading::Own };
                question::item(app, &item, heading)
            }
        </For>
    }
    .into_any()
}

fn titled_by(app: Context, place: Place, screen: &Screen<Condition>) -> String {
    let name = place.area.map(|area| question::area_name(app, area)).unwrap_or_default();
    screen.title.replace("{area}", &name)
}

fn first_heading(app: Context, items: &[Item]) -> String {
    match items.first() {
        Some(Item::Question(id) | Item::Ticks { question: id, .. }) => question::text_of(app, id),
        Some(Item::Nearby(_)) => app.text("area.nearby-heading"),
        None => app.text("soft.title"),
    }
}

/// A heading with a few sentences, set apart.
fn help_block(block: HelpBlock) -> AnyView {
    section("explain", vec![heading(block.heading), paragraphs("", block.text)])
}

/// The sentence above a gentle question.
fn soft_line(app: Context, items: &[Item]) -> AnyView {
    let Some(Item::Question(id)) = items.first() else {
        return ().into_any();
    };
    let above = app.catalogue.with_value(|catalogue| {
        let soft = catalogue.content.safety.soft.iter().find(|soft| soft.question == *id);
        soft.map(|soft| soft.above.clone())
    });
    paragraph("", above.unwrap_or_default())
}

fn back_link(app: Context, place: Place) -> AnyView {
    let to = app.both_now(|facts, dossier| {
        let before = journey::previous(facts, dossier, place)?;
        Some(actions::route_of(facts, facts.catalogue.number(before)).fragment())
    });
    to.map_or_else(nothing, |href| link("back", "terug", app.text("button.back"), href))
}

fn error_summary(app: Context) -> AnyView {
    let errors = app.errors.get();
    if !app.errors_shown.get() || errors.is_empty() {
        return nothing();
    }
    let links = errors.into_iter().map(|error| {
        let jump = Callback::new(move |()| app.command.run(Command::Focus(error.field.clone())));
        button("", "", error.message, jump)
    });
    let inside = vec![heading(app.text("error.summary-heading")), list("", links.collect())];
    view! { <div class="error-summary" id="errors" tabindex="-1" role="alert">{inside}</div> }.into_any()
}

/// The lower flags are a block on the screen, not a screen of their own.
fn lower_flags(app: Context, place: Place) -> AnyView {
    let page = app.catalogue.with_value(|catalogue| catalogue.screen(place).page);
    match page {
        Page::Flag | Page::Soft | Page::CallNote => nothing(),
        Page::Questions | Page::Start | Page::Other | Page::Check | Page::Sharing | Page::Paper => flag::new_lower(app),
    }
}

/// “Verder”: to what is due, else to the next screen, else back to the overview one came from.
fn onward(app: Context, place: Place, number: usize) -> AnyView {
    let returning = app.returning.get_untracked();
    let page = app.catalogue.with_value(|catalogue| catalogue.screen(place).page);
    let has_next = Memo::new(move |_| app.both(|facts, dossier| journey::next(facts, dossier, place).is_some()));
    live(move || {
        if !has_next.get() && !returning {
            return nothing();
        }
        let label = match (returning, page) {
            (true, _) => "button.to-check",
            (false, Page::Flag) => "flag.go-on",
            (false, _) => "button.next",
        };
        let tap = Callback::new(move |()| go_on(app, place, number));
        match page {
            // Beside the number to call, going on is the lesser thing.
            Page::Flag => group("", vec![button("secondary", "", app.text(label), tap)]),
            _ => group("actions", vec![button("primary", "", app.text(label), tap)]),
        }
    })
}

fn go_on(app: Context, place: Place, number: usize) {
    if !app.errors.with_untracked(Vec::is_empty) && !app.errors_shown.get_untracked() {
        // Once: nothing on the road is an obligation, so a second tap goes on.
        app.errors_shown.set(true);
        app.command.run(Command::Focus("errors".to_owned()));
        return;
    }
    app.send(Event::Continued { number });
    let due = app.both_now(journey::due);
    if app.returning.get_untracked() && due.is_none() {
        app.returning.set(false);
        app.go.run(Route::Check);
        return;
    }
    let next = app.both_now(|facts, dossier| {
        journey::next(facts, dossier, place).map(|next| actions::route_of(facts, facts.catalogue.number(next)))
    });
    if let Some(next) = next {
        app.go.run(next);
    }
}
