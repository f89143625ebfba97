namespace CtVoice.Language.Sms;

/// <summary>What a text message is, and so what is done with it.</summary>
public enum SmsKind
{
    /// <summary>Anything a person wrote that is none of the others.</summary>
    Answer,

    /// <summary>Asks to be left alone: honoured at once (47 CFR 64.1200(a)(10)).</summary>
    OptOut,

    /// <summary>Asks to be written to again.</summary>
    OptIn,

    /// <summary>Asks who this is.</summary>
    Help,

    /// <summary>May ask to be left alone, may be feedback: saved, flagged, sending paused.</summary>
    AmbiguousOptOut,

    /// <summary>A reaction to an earlier message, sent by a phone as text.</summary>
    Tapback,

    /// <summary>Written by a phone or a carrier, not by a person: never answered.</summary>
    Automated,
}
