namespace CtVoice.Language.Meaning;

/// <summary>What a person asks about being contacted, by any means (47 CFR 64.1200(a)(10)).</summary>
public enum Wish
{
    /// <summary>To be left alone.</summary>
    Stop,

    /// <summary>To be written to again.</summary>
    Start,

    /// <summary>To be told who this is and whom to ask.</summary>
    Help,

    /// <summary>Perhaps to be left alone, perhaps feedback about the questions: both are taken seriously.</summary>
    PerhapsStop,
}
