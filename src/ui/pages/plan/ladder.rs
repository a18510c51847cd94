//! The signal ladder, in each person's own words. A step is a word with an icon; the colours of the page do not change.

use super::form::Form;
use super::link_lines::leads;
use super::{done, head, help_line};
use crate::model::content::Field;
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::plan::signal_ladder::Colour;
use crate::model::plan::{PersonId, PlanEvent};
use crate::model::plan_rules::pages::has_ladder;
use crate::model::route::PlanPage;
use crate::ui::components::basic::{icon, paragraph, section};
use crate::ui::context::App;
use crate::ui::view::{View, element};

pub fn page(app: App, voice: &PlanVoice) -> View {
    let people = voice.people.all().filter(|member| has_ladder(member)).map(|member| {
        let has_words = voice.plan.ladder.get(&member.id).is_some_and(|steps| !steps.is_empty());
        let state = if has_words { voice.text("page.filled-in") } else { "" };
        (voice.name(member.id), state.to_owned(), PlanPage::Steps.route(member.id.0).fragment())
    });
    let people = leads(people.collect());
    View::many(vec![
        head(app, PlanPage::Hub.route(0), voice.text("page.ladder")),
        help_line(voice, "page.ladder-help"),
        people,
        done(app, voice, PlanPage::Hub),
    ])
}

/// The five steps of one person.
pub fn one(app: App, voice: &PlanVoice, person: PersonId) -> View {
    let Some(member) = voice.people.get(person).filter(|member| has_ladder(member)) else { return page(app, voice) };
    let mut parts =
        vec![head(app, PlanPage::Ladder.route(0), &voice.name(member.id)), help_line(voice, "page.steps-help")];
    parts.extend(Colour::ALL.iter().map(|colour| step(app, voice, person, *colour)));
    parts.push(done(app, voice, PlanPage::Ladder));
    View::many(parts)
}

fn step(app: App, voice: &PlanVoice, person: PersonId, colour: Colour) -> View {
    let word = |of: &str| voice.text(&format!("{of}.{}", colour.word())).to_owned();
    let words = voice.plan.ladder.get(&person).and_then(|steps| steps.get(&colour)).cloned().unwrap_or_default();
    let mut form = Form::new(app, voice, PlanEvent::Ladder { person, colour, words }, person.0);
    form.add(element("h2").holding(vec![icon(&word("colour-icon")), View::text(word("colour"))]));
    form.add(paragraph("help", format!("{} {}", word("colour-sees"), word("colour-does"))));
    form.ask_at(Field::Sees, colour as u8);
    form.ask_at(Field::Does, colour as u8);
    section("rung", vec![form.view()])
}
