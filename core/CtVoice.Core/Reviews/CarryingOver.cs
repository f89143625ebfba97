using System.Text.Json.Nodes;
using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Core.Projects;

namespace CtVoice.Core.Reviews;

/// <summary>
/// A continuation keeps the advice of the earlier review: its recommendations are carried over, nobody is asked again, and
/// each addressee answers them for the continued project.
/// </summary>
public static class CarryingOver
{
    /// <summary>A recommendation of the earlier review, with its texts.</summary>
    /// <param name="Recommendation">The recommendation.</param>
    /// <param name="Text">As the agencies read it.</param>
    /// <param name="PublicText">As everybody reads it; null while nobody released that.</param>
    public sealed record Earlier(Recommendation Recommendation, string Text, string? PublicText = null);

    /// <summary>What became of the decision.</summary>
    public enum Outcome
    {
        /// <summary>Carried over.</summary>
        Done,

        /// <summary>Only a continuation is carried over.</summary>
        NotAContinuation,

        /// <summary>Members are being asked, or it is over.</summary>
        TooLate,
    }

    /// <summary>The coordinator carries the earlier advice over, with a public reason.</summary>
    public static Decided<Outcome> Decide(
        Review review, IReadOnlyList<Earlier> earlier, string reason, string keyId, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (review is not { Kind: ProjectKind.Continuation, EarlierReview: { } from })
            return new(Outcome.NotAContinuation);
        if (!Expediting.BeforeAsking(review))
            return new(Outcome.TooLate);
        var due = calendar.Of(review).EndOfWindow(now, review.Policy.AnswerBusinessDays, review.Policy.ClosesAt);
        var carried = earlier.Select((e, i) => new Recommendation
        {
            Number = i + 1,
            Content = Key(i + 1),
            // It answers a question of the earlier review, and replies that stay there.
            Question = e.Recommendation.Question,
            From = [],
            Addressee = e.Recommendation.Addressee,
            Dissent = e.Recommendation.Dissent,
            PublicRelease = e is { PublicText: not null, Recommendation.PublicRelease: { } release }
                ? release with { Content = PublicKey(i + 1) } : null,
            SentAt = now,
            DueAt = due.At,
            DueBecause = due.Because,
            CarriedFrom = new(from, e.Recommendation.Number),
        }).ToList();
        var after = review.At(ReviewStage.Answering, now) with
        {
            CarriedOver = new(reason, keyId, now),
            Report = new(now, 0, 0, BelowQuorum: false, 0),
            Recommendations = carried,
        };
        var entry = LedgerDraft.Of("carried-over", Actor.Coordinator(keyId),
            ("reason", reason), ("earlierReview", from), ("recommendations", carried.Count),
            ("addressees", new JsonArray([.. carried.Select(r => (JsonNode)r.Addressee)]))) with
        { Contents = [.. carried.Select(r => r.Content), .. carried.Select(r => r.PublicRelease?.Content).OfType<string>()] };
        return new(Outcome.Done, new(now, after, entry)
        {
            Contents =
            [
                .. earlier.Select((e, i) => new Content(Key(i + 1), e.Text)),
                .. earlier.Select((e, i) => carried[i].PublicRelease is { } release ? new Content(release.Content, e.PublicText!) : null)
                    .OfType<Content>(),
            ],
            Effects = [.. carried.Select(r => new Effect.StartAccountability(r.Number)), new Effect.WakeReview()],
        });
    }

    private static string PublicKey(int number) => Key(number) + "|public";

    private static string Key(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"carried|{number}");
}
