namespace CtVoice.Language.Meaning;

/// <summary>What a person says to us beside, or instead of, an answer.</summary>
public enum AsideKind
{
    /// <summary>Does not want to answer this question, and stays.</summary>
    Skip,

    /// <summary>Wants somebody else to be asked: declines the review.</summary>
    AskSomebodyElse,

    /// <summary>May mean this question, may mean the review: one question back tells.</summary>
    SkipOrDecline,

    /// <summary>Wants a person to call.</summary>
    Call,

    /// <summary>Did not understand what was asked.</summary>
    NotUnderstood,

    /// <summary>Asks us something.</summary>
    Question,

    /// <summary>Wants to be written to in another language (<see cref="Aside.Language"/>).</summary>
    OtherLanguage,

    /// <summary>Greets, and says nothing more.</summary>
    Greeting,

    /// <summary>Has no time now, and will answer or wants to be asked later.</summary>
    Later,
}

/// <summary>An aside, as it was found in a message.</summary>
/// <param name="Kind">What is said.</param>
/// <param name="Alone">Nothing else is: the message answers nothing.</param>
/// <param name="Language">The language that is wanted, as ISO 639-1; null when none is asked for.</param>
public sealed record Aside(AsideKind Kind, bool Alone, string? Language = null);
