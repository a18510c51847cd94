//! Reads text aloud with a voice that is on the device. An online voice would send the text to a server.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::SpeechSynthesisVoice;

use super::Refused;
use super::optional::{self, Utterance};

/// Reads the text aloud, and stops any earlier reading.
///
/// # Errors
/// When the device cannot read aloud, or has no local voice for this language.
pub fn say(text: &str, language: &str) -> Result<(), Refused> {
    let voice = own_voice(language)?;
    let utterance = Utterance::new(text)?;
    utterance.set_voice(&voice)?;
    utterance.set_lang(language)?;
    optional::stop_speaking()?;
    Ok(optional::speak(&utterance)?)
}

/// Stops reading aloud.
///
/// # Errors
/// When the device cannot read aloud.
pub fn be_quiet() -> Result<(), Refused> {
    Ok(optional::stop_speaking()?)
}

fn own_voice(language: &str) -> Result<SpeechSynthesisVoice, Refused> {
    let voices: Array = optional::voices()?.dyn_into()?;
    let voices = voices.into_iter().map(JsCast::unchecked_into::<SpeechSynthesisVoice>);
    let mut own =
        voices.filter(|voice| voice.local_service() && voice.lang().to_ascii_lowercase().starts_with(language));
    own.next().ok_or(Refused::Blocked)
}
