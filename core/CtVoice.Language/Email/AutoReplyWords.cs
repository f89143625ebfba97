using CtVoice.Language.Matching;

namespace CtVoice.Language.Email;

/// <summary>
/// The words of automatic replies in the languages beside English and Spanish. A sure sentence is enough; being away needs
/// a word on the return or on whom to ask, a thank-you needs a word on when they will answer; and what only a person who
/// answers says rules all of it out.
/// </summary>
internal sealed record AutoReplyWords(PhraseSet Sure, PhraseSet Away, PhraseSet Then, PhraseSet Received, PhraseSet Soon,
    PhraseSet Answering)
{
    private static readonly PhraseFile Phrases = PhraseFile.Load("automatic-replies");

    private static readonly AutoReplyWords[] All =
        [.. Phrases.Languages.Select(language =>
            new AutoReplyWords(Of("sure", language), Of("away", language), Of("then", language), Of("received", language),
                Of("soon", language), Of("answering", language)))];

    /// <summary>Why words are a machine's; null when a person may have written them.</summary>
    internal static string? Because(string words)
    {
        if (!AnyNotice.Value.BeginsWordIn(words))
            return null;
        foreach (var language in All)
        {
            if (language.Answering.BeginsWordIn(words))
                continue;
            if (language.Sure.BeginsWordIn(words))
                return "it says that it is an automatic reply";
            var away = language.Away.BeginsWordIn(words) && language.Then.BeginsWordIn(words);
            var received = language.Received.BeginsWordIn(words) && language.Soon.BeginsWordIn(words);
            if ((away || received) && !language.LeavesASentence(words))
                return away ? "an absence notice by its wording" : "an acknowledgement by its wording";
        }

        return null;
    }

    /// <summary>The phrases without one of which nothing is a notice.</summary>
    private static readonly Lazy<PhraseSet> AnyNotice =
        new(() => new([.. All.SelectMany(language => language.Sure.Phrases.Concat(language.Away.Phrases).Concat(language.Received.Phrases))
            .Distinct(StringComparer.Ordinal)]));

    /// <summary>Whether words hold so little as one phrase of them.</summary>
    internal static bool Hints(string words) =>
        AnyNotice.Value.BeginsWordIn(words);

    /// <summary>A last sentence, begun after the absence was told, that holds none of the words of a notice:
    /// a person goes on to the matter.</summary>
    private bool LeavesASentence(string words)
    {
        var sentences = words.Split(['.', '!', '?', '。', '！'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.AsSpan().TrimEnd() is [.., '.' or '!' or '?' or '。' or '！'] && sentences.Length > 1
            && sentences[^1].Split(' ').Length > 1
            && !new[] { Sure, Away, Then, Received, Soon }.Any(phrases => phrases.BeginsWordIn(sentences[^1]));
    }

    private static PhraseSet Of(string topic, string language) => new(Phrases[topic, language]);
}
