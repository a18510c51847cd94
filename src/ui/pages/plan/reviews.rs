//! Looking back: on which days, how often after that, who is there, who calls the circle together; and what was said
//! and which marks were given each time.

use std::rc::Rc;

use super::form::{Form, leads, under};
use super::{done, head, help_line};
use crate::model::content::Field;
use crate::model::date::Date;
use crate::model::dossier::Event;
use crate::model::gap;
use crate::model::plan::marks;
use crate::model::plan::reviews::{Notes, ReviewDate};
use crate::model::plan::text::Spot;
use crate::model::plan::{PersonId, PlanEvent, Reviews};
use crate::model::route::PlanPage;
use crate::model::set::Set;
use crate::model::sheet::plan_voice::PlanVoice;
use crate::model::sheet::v2;
use crate::ui::actions;
use crate::ui::components::basic::{button, group, paragraph, tick};
use crate::ui::context::{Act, App};
use crate::ui::view::{On, View};

/// The fewest and the most weeks of an own rhythm.
const WEEKS: (u8, u8) = (1, 52);

pub fn page(app: App, voice: &PlanVoice) -> View {
    let reviews = &voice.plan.reviews;
    let people = &voice.people;
    let mut form = Form::new(app, voice, PlanEvent::Reviews(reviews.clone()), 0);
    form.add(head(app, PlanPage::Hub.route(0), voice.text("page.reviews")));
    form.add(help_line(voice, "page.reviews-help"));
    form.add(moments(app, voice));
    if !voice.reviews().is_empty() {
        form.add(weekend(app, voice, reviews));
        rhythm(&mut form, reviews);
    }
    form.add(present(app, voice, reviews));
    let fits = |person: PersonId| !people.is_feared(person);
    form.person(Field::Caller, &fits, |event| Some(&mut reviews_of(event)?.caller));
    form.add(done(app, voice, PlanPage::Hub));
    form.view()
}

fn reviews_of(event: &mut PlanEvent) -> Option<&mut Reviews> {
    if let PlanEvent::Reviews(reviews) = event { Some(reviews) } else { None }
}

/// The start, and each day to look back, with a page of its own.
fn moments(app: App, voice: &PlanVoice) -> View {
    let start = name(voice, None);
    let mut lines = vec![(start, String::new(), PlanPage::Review.route(0).fragment())];
    let dates = voice.reviews();
    if dates.is_empty() {
        let goal = button(
            "secondary",
            "",
            voice.text("page.choose-start").to_owned(),
            app.tap(Act::Go(PlanPage::Goal.route(0))),
        );
        return View::many(vec![leads(lines), group("links", vec![goal])]);
    }
    lines.extend(dates.iter().map(|review| {
        let day = voice.day(review.day);
        (name(voice, Some(review.number)), day, PlanPage::Review.route(review.number.into()).fragment())
    }));
    leads(lines)
}

fn name(voice: &PlanVoice, number: Option<u8>) -> String {
    match number {
        None => voice.text("page.at-start").to_owned(),
        Some(number) => gap::fill(voice.text("page.review"), "{n}", &number.to_string()),
    }
}

/// A day in a weekend moves back to a working day, unless one likes the weekend.
fn weekend(app: App, voice: &PlanVoice, reviews: &Reviews) -> View {
    let other = Reviews { stays_in_weekend: !reviews.stays_in_weekend, ..reviews.clone() };
    let context = app.context;
    let other = Event::Plan(PlanEvent::Reviews(other));
    let on = On::Tick(Rc::new(move |_| actions::send(context, other.clone())));
    tick("choice", voice.text("page.working-days").to_owned(), !reviews.stays_in_weekend, on)
}

fn rhythm(form: &mut Form, reviews: &Reviews) {
    form.number(Field::EveryWeeks, reviews.every_weeks, WEEKS, |event, weeks| {
        if let Some(reviews) = reviews_of(event) {
            reviews.every_weeks = weeks;
        }
    });
    if reviews.every_weeks.is_some() {
        form.day(Field::Until, |event| Some(&mut reviews_of(event)?.until));
    }
}

/// Everyone of the plan is there, until someone was left out.
fn present(app: App, voice: &PlanVoice, reviews: &Reviews) -> View {
    let mut reviews = reviews.clone();
    if reviews.present.is_none() {
        let all = voice.people.all().filter(|member| !member.about.afraid).map(|member| member.id);
        reviews.present = Some(all.collect());
    }
    let there: Set<PersonId> = reviews.present.clone().unwrap_or_default();
    let mut form = Form::new(app, voice, PlanEvent::Reviews(reviews), 0);
    let fits = |person: PersonId| !voice.people.is_feared(person);
    form.people(Field::Present, &fits, &|person| there.contains(&PersonId(person)), |event, person| {
        if let Some(present) = reviews_of(event).and_then(|reviews| reviews.present.as_mut()) {
            super::agreements::toggle(present, PersonId(person));
        }
    });
    form.view()
}

/// One moment: the start (0), or a review by its number.
pub fn one(app: App, voice: &PlanVoice, number: u32) -> View {
    let Ok(moment) = u8::try_from(number) else { return page(app, voice) };
    let dates = voice.reviews();
    let review = dates.iter().find(|review| review.number == moment);
    if review.is_none() && moment > 0 {
        return page(app, voice);
    }
    let mut parts = vec![head(app, PlanPage::Reviews.route(0), &name(voice, review.map(|review| review.number)))];
    if let Some(review) = review {
        parts.push(about(app, voice, review));
    }
    parts.extend(given(app, voice, moment));
    parts.push(done(app, voice, PlanPage::Reviews));
    View::many(parts)
}

/// The day, and what was said.
fn about(app: App, voice: &PlanVoice, review: &ReviewDate) -> View {
    let number = review.number;
    let mut reviews = voice.plan.reviews.clone();
    reviews.notes.entry(number);
    let mut form = Form::new(app, voice, PlanEvent::Reviews(reviews), number.into());
    let change = move |event: &mut PlanEvent, day: Option<Date>| {
        let Some(reviews) = reviews_of(event) else { return };
        reviews.chosen.remove(&number);
        if let Some(day) = day {
            reviews.chosen.insert(number, day);
        }
    };
    form.date(Field::ReviewDates, 0, Some(review.day), Rc::new(change));
    form.words(Field::Good, |event, spot| Some(&mut notes_of(event, spot)?.good));
    form.words(Field::Bad, |event, spot| Some(&mut notes_of(event, spot)?.bad));
    form.words(Field::Next, |event, spot| Some(&mut notes_of(event, spot)?.next));
    form.view()
}

fn notes_of(event: &mut PlanEvent, spot: Spot) -> Option<&mut Notes> {
    let number = u8::try_from(spot.part).ok()?;
    Some(reviews_of(event)?.notes.entry(number))
}

/// A mark for each result, with the line of all marks so far in figures.
fn given(app: App, voice: &PlanVoice, moment: u8) -> Vec<View> {
    let results = v2::results(voice);
    if results.is_empty() {
        return vec![help_line(voice, "page.no-results")];
    }
    let mut parts = Vec::new();
    for (number, (result, text)) in (1..).zip(results) {
        let marks = marks::line(&voice.plan.marks, &result);
        let mark = marks.iter().find(|(at, _)| *at == moment).map(|(_, mark)| *mark);
        let event = PlanEvent::Mark { result: result.clone(), moment, mark };
        let mut form = Form::new(app, voice, event, number);
        form.scale(Field::Mark, moment, mark, |event, given| {
            if let PlanEvent::Mark { mark, .. } = event {
                *mark = Some(given);
            }
        });
        form.add(line(voice, &marks));
        parts.push(under(text, vec![form.view()]));
    }
    parts
}

/// The marks so far: a bar for each with its figure in text, so that nobody has to read the picture.
fn line(voice: &PlanVoice, marks: &[(u8, u8)]) -> View {
    if marks.len() < 2 {
        return View::nothing();
    }
    let bars = marks.iter().map(|(moment, mark)| {
        let when = if *moment == 0 { voice.text("page.start-short").to_owned() } else { name(voice, Some(*moment)) };
        group("tally", vec![paragraph(&format!("tally-{mark}"), mark.to_string()), paragraph("help", when)])
    });
    group("tallies", bars.collect())
}
