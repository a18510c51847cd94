//! Looking back: the dates, the rhythm after them, the people present, who calls the circle together, and the notes and
//! scores of each time.

use super::form::Form;
use super::link_lines::{leads, under};
use super::{done, head, help_line};
use crate::model::content::Field;
use crate::model::paper::own_plan;
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::plan::PlanEvent;
use crate::model::plan::reviews::ReviewDate;
use crate::model::plan::scores;
use crate::model::route::PlanPage;
use crate::ui::components::basic::{button, group, paragraph};
use crate::ui::context::{Act, App};
use crate::ui::view::View;

pub fn page(app: App, voice: &PlanVoice) -> View {
    let mut reviews = voice.plan.reviews.clone();
    if reviews.present.is_none() {
        // Everyone in the plan is present until the resident leaves someone out.
        let all = voice.people.all().filter(|member| !member.about.afraid).map(|member| member.id);
        reviews.present = Some(all.collect());
    }
    let mut form = Form::new(app, voice, PlanEvent::Reviews(voice.plan.reviews.clone()), 0);
    form.add(head(app, PlanPage::Hub.route(0), voice.text("page.reviews")));
    form.add(help_line(voice, "page.reviews-help"));
    form.add(moments(app, voice));
    if !voice.reviews().is_empty() {
        form.ask(&[Field::StaysInWeekend, Field::EveryWeeks]);
        form.ask(if reviews.every_weeks.is_some() { &[Field::Until] } else { &[] });
    }
    let mut present = Form::new(app, voice, PlanEvent::Reviews(reviews), 0);
    present.ask(&[Field::Present]);
    form.add(present.view());
    form.ask(&[Field::Caller]);
    form.add(done(app, voice, PlanPage::Hub));
    form.view()
}

/// The start and each review date, each with a page of its own.
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
        Some(number) => voice.text("page.review").replace("{n}", &number.to_string()),
    }
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

/// The date and the notes. Until another date is chosen, the proposed one is shown.
fn about(app: App, voice: &PlanVoice, review: &ReviewDate) -> View {
    let number = review.number;
    let review_event = voice.plan.review(number);
    let mut dated = review_event.clone();
    let _ = dated.set_field(Field::ReviewDates, 0, &review.day.to_string());
    let mut day = Form::new(app, voice, dated, number.into());
    day.ask(&[Field::ReviewDates]);
    let mut notes = Form::new(app, voice, review_event, number.into());
    notes.ask(&[Field::Good, Field::Bad, Field::Next]);
    View::many(vec![day.view(), notes.view()])
}

/// A score for each result, with the earlier scores in figures.
fn given(app: App, voice: &PlanVoice, moment: u8) -> Vec<View> {
    let results = own_plan::results(voice);
    if results.is_empty() {
        return vec![help_line(voice, "page.no-results")];
    }
    let mut parts = Vec::new();
    for (number, (result, text)) in (1..).zip(results) {
        let marks = scores::over_time(&voice.plan.marks, &result);
        let mark = marks.iter().find(|(at, _)| *at == moment).map(|(_, mark)| *mark);
        let event = PlanEvent::Mark { result: result.clone(), moment, mark };
        let mut form = Form::new(app, voice, event, number);
        form.ask_at(Field::Mark, moment);
        form.add(line(voice, &marks));
        parts.push(under(text, vec![form.view()]));
    }
    parts
}

/// The scores so far: a bar for each with its figure as text, so that nobody depends on the picture.
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
