using System.Text.Json.Nodes;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews.Erasing;

/// <summary>
/// A member's words are sealed at their request, and destroyed when a disposal approval covers them. Sealed is unreadable
/// on every screen and in every export; what the sealing says is an entry of the ledger.
/// </summary>
public static class Sealing
{
    /// <summary>Why the invitation of a member who asked to be erased ended.</summary>
    public const string Because = "asked to be erased";

    // Each text is a row of the batch, and a row may be large.
    private const int AtOnce = 4;

    /// <summary>Seals texts of a member; true while there may be more to seal.</summary>
    public static Decided<bool> Seal(Review review, string memberId, DateTimeOffset now)
    {
        IReadOnlyList<string> texts = [.. MemberTexts.Of(review, memberId).Except(review.Sealed, StringComparer.Ordinal).Take(AtOnce)];
        if (texts.Count == 0)
            return new(false);
        var after = review with
        {
            Sealed = [.. review.Sealed.Concat(texts).Order(StringComparer.Ordinal)],
            Replies = [.. review.Replies.Select(r => r.MemberId == memberId ? r with { Sealed = true } : r)],
        };
        return new(true, new(now, after, Entry("texts-sealed", Actor.System, review, memberId, texts)) { Seals = texts });
    }

    /// <summary>What became of a wish to destroy texts of one review.</summary>
    public enum Destroyed
    {
        /// <summary>Nothing is left.</summary>
        All,

        /// <summary>Some are gone, and there may be more.</summary>
        Some,

        /// <summary>A hold was set that the caller has not seen: they look again.</summary>
        LookAgain,
    }

    /// <summary>A hold was set that may cover texts of this review: a disposal that has not seen it is refused from now on.</summary>
    public static Decided<bool> NoteHold(Review review, Hold hold, DateTimeOffset now) =>
        review.Holds.Contains(hold.Id)
            ? new(false)
            : new(true, new(now, review with { Holds = [.. review.Holds, hold.Id] }, LedgerDraft.Of(
                "hold-set", Actor.Coordinator(hold.SetBy), ("hold", hold.Id), ("kind", hold.Kind.ToString().ToLowerInvariant()))));

    /// <summary>What others answered who hold copies of what a member was sent or wrote: that it was written down, when and by whom;
    /// its words stay with the erase request.</summary>
    public static Decided<bool> NoteElsewhere(Review review, string memberId, AnswerElsewhere answer, DateTimeOffset now) =>
        review.CopiesElsewhere.Contains(answer.Id)
            || (review.InvitationOf(memberId) is null && MemberTexts.Of(review, memberId).Count == 0)
            ? new(false)
            : new(true, new(now, review with { CopiesElsewhere = [.. review.CopiesElsewhere, answer.Id] }, LedgerDraft.Of(
                "copies-elsewhere", Actor.Coordinator(answer.By), ("member", Pseudonym.Of(review.PseudonymSalt, memberId)),
                ("answer", answer.Id), ("settled", answer.Settled ? "yes" : "no"))));

    /// <summary>
    /// Destroys sealed texts of a member, with their salts. The caller knows that none of the holds it has seen stands
    /// (CGS 11-8b); one that was set meanwhile is in the review, whose row this decision replaces.
    /// </summary>
    /// <param name="review">The review.</param>
    /// <param name="memberId">Whose texts.</param>
    /// <param name="authority">Number of the disposal approval (RC-108).</param>
    /// <param name="keyId">Who.</param>
    /// <param name="seen">Ids of the holds that the caller has looked at.</param>
    /// <param name="now">When.</param>
    public static Decided<Destroyed> Destroy(
        Review review, string memberId, string authority, string keyId, IReadOnlySet<string> seen, DateTimeOffset now)
    {
        if (!seen.IsSupersetOf(review.Holds))
            return new(Destroyed.LookAgain);
        IReadOnlyList<string> texts =
            [.. MemberTexts.Of(review, memberId).Intersect(review.Sealed, StringComparer.Ordinal)
                .Except(review.Disposed, StringComparer.Ordinal).Take(AtOnce)];
        if (texts.Count == 0)
            return new(Destroyed.All);
        var after = review with { Disposed = [.. review.Disposed.Concat(texts).Order(StringComparer.Ordinal)] };
        var entry = Entry(LedgerVerifier.DisposalType, Actor.Coordinator(keyId), review, memberId, texts);
        entry.Facts["authority"] = authority;
        return new(Destroyed.Some, new(now, after, entry) { Destroys = texts });
    }

    private static LedgerDraft Entry(string type, Actor actor, Review review, string memberId, IReadOnlyList<string> texts) =>
        LedgerDraft.Of(
        type, actor, ("member", Pseudonym.Of(review.PseudonymSalt, memberId)),
        ("texts", new JsonArray([.. texts.Select(t => JsonValue.Create(t))])));
}
