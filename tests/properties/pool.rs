//! What the generators draw from: the real content, packed once.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use app::authoring::packed;
use app::model::catalogue::Catalogue;
use app::model::content::{Limits, QuestionKind};
use app::model::date::Date;

pub struct Pool {
    pub catalogue: &'static Catalogue,
    pub today: Date,
    /// Every question, by full id.
    pub questions: Vec<String>,
    /// Every field with a maximum, by the name under which it is counted.
    pub fields: BTreeMap<String, Vec<Field>>,
}

/// A field whose maximum is tested.
#[derive(Clone)]
pub struct Field {
    pub question: String,
    pub most: Most,
}

#[derive(Clone, Copy)]
pub enum Most {
    /// Characters of a text, or of the own words next to options.
    Letters(u32),
    /// The highest number.
    Number(i64),
}

pub fn pool() -> &'static Pool {
    static POOL: OnceLock<Pool> = OnceLock::new();
    POOL.get_or_init(|| {
        let catalogue = Catalogue::of(packed().clone()).leak();
        let questions = catalogue.questions().map(|(id, _)| id.to_owned()).collect();
        let fields = fields(catalogue);
        Pool { catalogue, today: Date::new(2026, 5, 11).expect("the day exists"), questions, fields }
    })
}

/// The name under which a maximum is counted: a question asked in every area counts as one field.
pub fn field_name(question: &str) -> String {
    let bare = question.split_once('.').map_or(question, |(_, bare)| bare);
    format!("field {bare}")
}

/// The maximum length of a question's text, or of the own words next to its options.
pub fn most_letters(catalogue: &Catalogue, question: &str) -> Option<u32> {
    let question = &catalogue.question(question)?.question;
    let own = question.own.as_ref().map(|own| own.limits);
    question.limits.or(own).map(|limits: Limits| limits.most)
}

fn fields(catalogue: &Catalogue) -> BTreeMap<String, Vec<Field>> {
    let mut fields = Vec::new();
    for (id, asked) in catalogue.questions() {
        let most = match asked.question.kind {
            QuestionKind::Number { max, .. } => Some(Most::Number(max)),
            _ => most_letters(catalogue, id).map(Most::Letters),
        };
        fields.extend(most.map(|most| Field { question: id.to_owned(), most }));
    }
    let mut by_name = BTreeMap::<String, Vec<Field>>::new();
    for field in fields {
        by_name.entry(field_name(&field.question)).or_default().push(field);
    }
    by_name
}
