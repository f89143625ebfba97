using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>An addressee's plain words in the languages of those who replied: written by a person, or not sent at all.</summary>
public static class TranslatingPlainWords
{
    /// <summary>What became of a translation.</summary>
    public enum Outcome
    {
        /// <summary>Kept; whoever waited for it is told.</summary>
        Kept,

        /// <summary>It is so already.</summary>
        Repeated,

        /// <summary>There is no such recommendation.</summary>
        NotFound,

        /// <summary>There is nothing to translate yet, or English is what it is translated from.</summary>
        NothingToTranslate,
    }

    /// <summary>A person has translated the plain words of the answer that holds.</summary>
    public static Decided<Outcome> Keep(Review review, int number, string language, string text, string translator, string keyId,
        DateTimeOffset now)
    {
        if (review.Recommendations.FirstOrDefault(r => r.Number == number) is not { } recommendation)
            return new(Outcome.NotFound);
        if (recommendation.Answer is not { } answer || language == "en")
            return new(Outcome.NothingToTranslate);
        if (answer.Translations.LastOrDefault(t => t.Language == language) is { } held
            && (held.Text, held.Translator) == (text, translator))
            return new(Outcome.Repeated);
        var translated = answer with { Translations = [.. answer.Translations, new(language, text, translator, keyId, now)] };
        var after = review.With(recommendation.WithAnswer(translated));
        return new(Outcome.Kept, new(now, after, LedgerDraft.Of(
            "plain-words-translated", Actor.Coordinator(keyId), ("recommendation", number), ("language", language)))
        {
            Effects = [.. TellingMembers.Effects(after)],
        });
    }

    /// <summary>What members who replied wait for: numbers of answered recommendations by language, in order.</summary>
    public static IReadOnlyList<(string Language, IReadOnlyList<int> Recommendations)> Missing(Review review) =>
    [
        .. review.Invitations
            .Where(i => i is { Stands: true, Silent: false })
            .Select(i => i.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(language => (language, Missing: MissingIn(review, language)))
            .Where(m => m.Missing.Count > 0),
    ];

    /// <summary>When the last words that a person translated into a language were saved; null where none had to be.</summary>
    public static DateTimeOffset? ReadyAt(IEnumerable<Recommendation> recommendations, string language) =>
        recommendations.Select(r => r.Answer?.Translations.LastOrDefault(t => t.Language == language)?.At).Max();

    /// <summary>Numbers of answered recommendations whose plain words nobody wrote in a language.</summary>
    public static IReadOnlyList<int> MissingIn(Review review, string language) =>
        [.. review.Recommendations.Where(r => r.Answer is { } answer && answer.PlainIn(language) is null).Select(r => r.Number)];
}
