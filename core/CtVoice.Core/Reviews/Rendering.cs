using System.Globalization;
using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>
/// What a reply says in English, typed by a person for those who decide on its words. The reply stays as it was written, and the
/// rendering goes nowhere by itself. It is the member's text: whatever seals or destroys their words takes it along.
/// </summary>
/// <param name="Content">Key of its text.</param>
/// <param name="Translator">The person who rendered it.</param>
/// <param name="By">Key id that it came under.</param>
/// <param name="At">When.</param>
/// <param name="Pieces">How many messages the reply had: with another one it says less than the reply.</param>
/// <param name="Nth">How often it was written.</param>
public sealed record Rendering(string Content, string Translator, string By, DateTimeOffset At, int Pieces, int Nth)
{
    /// <summary>Longest text, in characters.</summary>
    public const int Longest = 4000;

    /// <summary>Stores a rendering, in the place of one before. False when there is no such reply with words that may be read.</summary>
    public static Decided<bool> Write(Review review, int number, string text, string translator, string keyId, DateTimeOffset now)
    {
        if (review.Replies.FirstOrDefault(r => r.Number == number) is not { HasWords: true, Sealed: false } reply)
            return new(false);
        // Another key each time: a text is never overwritten under the hash that the ledger holds of it.
        var nth = (reply.Rendering?.Nth ?? 0) + 1;
        var key = string.Create(CultureInfo.InvariantCulture, $"rendering|{number}|{nth}");
        var after = review.With(reply with
        {
            Rendering = new(key, translator, keyId, now, reply.Pieces.Count, nth),
            EarlierRenderings =
                [.. reply.EarlierRenderings, .. reply.Rendering is { } before ? [before] : (Rendering[])[]]
        });
        return new(true,
            new(now, after, LedgerDraft.Of("words-rendered", Actor.Coordinator(keyId), ("reply", number)) with { Contents = [key] })
            {
                Contents = [new(key, text)],
            });
    }
}
