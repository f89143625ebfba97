namespace CtVoice.Language.Meaning;

/// <summary>How much danger words tell of.</summary>
public enum DangerLevel
{
    /// <summary>They may: the past, what could be, people in general, or a figure of speech.</summary>
    Worry,

    /// <summary>The writer or a named person, now: self-harm, violence, a child.</summary>
    Acute,
}

/// <summary>A text was looked at for danger: what was found is handed on, so that nobody looks again.</summary>
/// <param name="Danger">The danger; null when there is none.</param>
public sealed record Heard(Danger? Danger)
{
    /// <summary>Looks; nothing was said where there are no words.</summary>
    public static Heard In(string? words) => new(words is null ? null : Meaning.Danger.In(words));
}

/// <summary>Danger that a text tells of.</summary>
/// <param name="Level">How much.</param>
/// <param name="Language">Language of the words that tell of it, ISO 639-1: whoever is answered is answered in it.</param>
/// <param name="Because">The rule or phrase, for those who review the lists; it quotes the list and not the text.</param>
public sealed record Danger(DangerLevel Level, string Language, string Because)
{
    /// <summary>
    /// The danger in a text; null when there is none. Acute by <see cref="AcuteRules"/>, else a worry by any hit of the wide list.
    /// Two readable lists decide, and no machine learns (DOMAIN section 3). Linear in the length of the text.
    /// </summary>
    public static Danger? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return In(NormalizedText.Of(text));
    }

    /// <summary>The lists that decide, and who has reviewed them: whoever relies on an alert must know that they may be drafts.</summary>
    public static IReadOnlyList<(string Id, string Version, WordListReview Reviewed)> Lists { get; } =
    [
        (AcuteRules.Shipped.Id, AcuteRules.Shipped.Version, AcuteRules.Shipped.Reviewed),
        (Meanings.Shipped.Id, Meanings.Shipped.Version, Meanings.Shipped.Reviewed),
        (WordList.Worry.Id, WordList.Worry.Version, WordList.Worry.Reviewed),
    ];

    internal static Danger? In(NormalizedText folded) =>
        AcuteRules.Shipped.Find(folded)
        ?? (WordList.Worry.FindEntry(folded) is var (phrase, language) ? new(DangerLevel.Worry, language, phrase) : null);
}
