using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Conversations.Words;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Conversations.Alerting;

/// <summary>
/// The answer to danger: fixed, the same on every phone, in the language of the words it answers. Until OPM has approved who is
/// on call at every hour, it says, as HELP and the welcome do, that nobody reads the number all the time.
/// </summary>
public sealed class FixedAnswer(ConversationOptions options, OnCallStore onCall)
{
    /// <summary>The numbers in it, in the order in which it names them, as they are written there.</summary>
    public IReadOnlyList<string> Numbers { get; } = ["911", "988", "2-1-1", options.HelpLines.HomeNotSafe];

    /// <summary>The answer in a language, as it is now.</summary>
    public Task<string> InAsync(string language, CancellationToken cancellationToken = default) =>
        BesideAsync(Alone(language), Phrases.In(language), asText: true, cancellationToken);

    /// <summary>The answer that danger gets, in the language of the words; null when none is due.</summary>
    public async Task<string?> ToAsync(Danger? danger, CancellationToken cancellationToken = default) =>
        danger is { Level: DangerLevel.Acute, Language: var language } ? await InAsync(language, cancellationToken) : null;

    /// <summary>
    /// An outcome that answers danger before anything else. Who asked to be left alone, and machines, get no more than before.
    /// </summary>
    public async Task<InboundOutcome> BeforeAsync(Danger? danger, InboundOutcome outcome, CancellationToken cancellationToken = default) =>
        outcome.Place is InboundPlace.OptOut or InboundPlace.Automated || await ToAsync(danger, cancellationToken) is not { } words
            ? outcome
            : outcome with { Answer = words };

    /// <summary>The language of an answer that is this one, whether or not somebody was on call when it was given;
    /// null when it is another.</summary>
    public string? LanguageOf(string answer) =>
        Phrases.Reviewed.Keys.FirstOrDefault(language => answer == Alone(language)
            || answer == $"{Alone(language)} {Phrases.In(language).NobodyReads(asText: true)}");

    /// <summary>What is said beside a number or address that people may think is watched;
    /// null once somebody is on call at every hour.</summary>
    /// <param name="phrases">The words of the language.</param>
    /// <param name="asText">It is about text messages; otherwise about email.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<string?> UnwatchedAsync(Phrases phrases, bool asText, CancellationToken cancellationToken = default) =>
        await onCall.IsWatchedAsync(cancellationToken) ? null : phrases.NobodyReads(asText);

    /// <summary>Words with what <see cref="UnwatchedAsync"/> says after them.</summary>
    public async Task<string> BesideAsync(string words, Phrases phrases, bool asText, CancellationToken cancellationToken = default) =>
        await UnwatchedAsync(phrases, asText, cancellationToken) is { } unwatched ? $"{words} {unwatched}" : words;

    private string Alone(string language) => Phrases.In(language).InDanger(options.HelpLines.HomeNotSafe);
}
