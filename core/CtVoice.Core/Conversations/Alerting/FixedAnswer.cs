using CtVoice.Core.Conversations.Words;

namespace CtVoice.Core.Conversations.Alerting;

/// <summary>
/// The answer to danger: fixed, the same on every phone, in the language of the words it answers. Until OPM has approved who is
/// on call, it says, as HELP and the welcome do, that nobody reads the number all the time.
/// </summary>
public sealed class FixedAnswer(CtVoiceOptions options)
{
    /// <summary>The numbers in it, in the order in which it names them, as they are written there.</summary>
    public IReadOnlyList<string> Numbers { get; } = ["911", "988", "2-1-1", options.HelpLines.HomeNotSafe];

    /// <summary>The answer in a language.</summary>
    public string In(string language)
    {
        var phrases = Phrases.In(language);
        return Beside(phrases.InDanger(options.HelpLines.HomeNotSafe), phrases, asText: true);
    }

    /// <summary>The language of an answer that is this one; null when it is another.</summary>
    public string? LanguageOf(string answer) => Phrases.Reviewed.Keys.FirstOrDefault(language => In(language) == answer);

    /// <summary>What is said beside a number or address that people may think is watched; null once somebody is on call.</summary>
    /// <param name="phrases">The words of the language.</param>
    /// <param name="asText">It is about text messages; otherwise about email.</param>
    public string? Unwatched(Phrases phrases, bool asText) => options.OnCallApproval is null ? phrases.NobodyReads(asText) : null;

    /// <summary>Words with <see cref="Unwatched"/> after them.</summary>
    public string Beside(string words, Phrases phrases, bool asText) => Unwatched(phrases, asText) is { } unwatched ? $"{words} {unwatched}" : words;
}
