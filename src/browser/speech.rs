//! Reading text aloud with a voice that lives on the device. A voice from elsewhere would send the text away.

use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::{Refused, window};

/// Reads the text aloud, in the place of what is being read.
///
/// # Errors
/// When the device has no voice of its own for this language.
pub fn say(text: &str, language: &str) -> Result<(), Refused> {
    let speech = window()?.speech_synthesis()?;
    let voice = own_voice(&speech, language).ok_or(Refused::Blocked)?;
    let utterance = SpeechSynthesisUtterance::new_with_text(text)?;
    utterance.set_voice(Some(&voice));
    utterance.set_lang(language);
    speech.cancel();
    speech.speak(&utterance);
    Ok(())
}

/// Stops reading.
///
/// # Errors
/// When the device cannot read aloud.
pub fn be_quiet() -> Result<(), Refused> {
    window()?.speech_synthesis()?.cancel();
    Ok(())
}

fn own_voice(speech: &SpeechSynthesis, language: &str) -> Option<SpeechSynthesisVoice> {
    let voices = speech.get_voices().into_iter().map(SpeechSynthesisVoice::from);
    let mut own =
        voices.filter(|voice| voice.local_service() && voice.lang().to_ascii_lowercase().starts_with(language));
    own.next()
}
