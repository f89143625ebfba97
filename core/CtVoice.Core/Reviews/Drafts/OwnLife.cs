using CtVoice.Language.Meaning;

namespace CtVoice.Core.Reviews.Drafts;

/// <summary>
/// Words by which a text may carry the life of whoever said it (DOMAIN 2.9). In the first person it is theirs, and a person
/// says it in other words before anybody reads it. A word for somebody's housing, benefits, health or time in custody, or for
/// what is "ours", may be plain talk of a policy: then a person says so, once.
/// </summary>
/// <param name="FirstPerson">What is said in the first person, as the lists have it, each once.</param>
/// <param name="Status">Words for a status.</param>
public sealed record OwnLife(IReadOnlyList<string> FirstPerson, IReadOnlyList<string> Status)
{
    /// <summary>Finds them in a text, in English and in Spanish: nobody knows in which language somebody writes.</summary>
    public static OwnLife In(string text) => new(WordList.OwnLife.FindAll(text), WordList.LifeStatus.FindAll(text));

    /// <summary>
    /// The words of which a person may say that nobody's own life is meant. What one member said, a quote or an objection, may
    /// be in the first person; advice is not said by one of them.
    /// </summary>
    /// <param name="asAdvice">The text is a recommendation, or becomes one.</param>
    public IReadOnlyList<string> MayBeConfirmed(bool asAdvice) => asAdvice ? Status : [.. FirstPerson, .. Status];

    /// <summary>True when the text may leave: whatever was found, a person said of it that nobody's own life is meant.</summary>
    /// <param name="asAdvice">The text is a recommendation, or becomes one.</param>
    /// <param name="confirmed">Words of which that was said.</param>
    public bool MayLeave(bool asAdvice, IReadOnlyList<string> confirmed) =>
        FirstPerson.Concat(Status)
            .All(word => MayBeConfirmed(asAdvice).Contains(word, StringComparer.Ordinal)
                && confirmed.Contains(word, StringComparer.Ordinal));

    /// <summary>Why it may not leave as it is, with the words; null when nothing was found.</summary>
    public string? Reason => FirstPerson.Count > 0
        ? $"It speaks in the first person ({string.Join(", ", FirstPerson)}): it may tell of a member's own life. Say it in other words."
        : Status.Count > 0
            ? $"It names a status ({string.Join(", ", Status)}). If it tells of somebody, say it in other words; if nobody's own life is "
                + "meant, say so in \"nobodyMeant\"."
            : null;
}
