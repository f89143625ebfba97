using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Language.Answers;
using CtVoice.Language.Email;

namespace CtVoice.Core.Reviews.FollowUps;

/// <summary>
/// Questions that follow the review's own: each left once, and what a member answers is kept once, in the order in which it
/// was received. Late answers and later changes are an addendum.
/// </summary>
public static class FollowingUp
{
    /// <summary>An answer to a follow-up.</summary>
    /// <param name="MemberId">Who wrote it.</param>
    /// <param name="Kind">The question it answers.</param>
    /// <param name="InboundId">The stored message.</param>
    /// <param name="Channel">How it came.</param>
    /// <param name="ReceivedAt">When it was received; whether it is in time depends on this alone.</param>
    /// <param name="Choice">1 to <see cref="Choices"/>, or null.</param>
    /// <param name="Words">What was written beside the digit, as written; null when nothing was.</param>
    public sealed record Message(
        string MemberId, FollowUpKind Kind, string InboundId, Channel Channel, DateTimeOffset ReceivedAt, int? Choice, string? Words)
    {
        /// <summary>Who wrote it down; null when the member wrote it.</summary>
        public Dictation? Dictation { get; init; }

        /// <summary>May be counted and not quoted.</summary>
        public bool NotQuoted { get; init; }

        /// <summary>Why a person looks closely before its words are released.</summary>
        public IReadOnlyList<string> HeldBecause { get; init; } = [];

        /// <summary>Stretches of <see cref="Words"/> that may be somebody else's; empty for most.</summary>
        public IReadOnlyList<Stretch> Unsure { get; init; } = [];

        /// <summary>Key id of the person who placed it; null when nobody had to.</summary>
        public string? PlacedBy { get; init; }

        /// <summary>Numbers of the recommendations that it names beside its choice.</summary>
        public IReadOnlyList<int> Names { get; init; } = [];
    }

    /// <summary>Where an answer ended.</summary>
    public enum Place
    {
        /// <summary>In time.</summary>
        Accepted,

        /// <summary>When it no longer counted: an addendum.</summary>
        Late,

        /// <summary>This member takes no part, or the review was cancelled.</summary>
        NotAsked,
    }

    /// <summary>What became of an answer.</summary>
    /// <param name="Place">Where it ended.</param>
    /// <param name="Unclear">True for the first message of a member that makes no choice: they may be asked which they meant.</param>
    /// <param name="WantsWords">True when something is not right and nothing says what.</param>
    public sealed record Taken(Place Place, bool Unclear = false, bool WantsWords = false);

    /// <summary>How many options a follow-up offers.</summary>
    public static int Choices(FollowUpKind kind) => kind is FollowUpKind.ReadBack ? 2 : 3;

    /// <summary>When answers of a kind stop to count; null while that is open.</summary>
    public static DateTimeOffset? Until(Review review, FollowUpKind kind, BusinessCalendar calendar) => kind is FollowUpKind.ReadBack
        ? review.Report?.SentAt ?? Reporting.GoesOutAt(review, calendar)?.At
        : Satisfaction.CountedAt(review, calendar)?.At;

    /// <summary>The follow-ups that a member was asked and whose answers still count.</summary>
    public static IEnumerable<FollowUpKind> OpenFor(Review review, string memberId, BusinessCalendar calendar, DateTimeOffset now) =>
        review.Stage is ReviewStage.Cancelled ? [] : review.FollowUps
            .Where(f => f.MemberId == memberId && f.AskedAt is not null && !(Until(review, f.Kind, calendar) <= now))
            .Select(f => f.Kind);

    /// <summary>Whether a member said that something is not right, and no word of what.</summary>
    public static bool WantsWords(FollowUp answered) => answered is { Kind: FollowUpKind.ReadBack, Choice: 2, HasWords: false };

    /// <summary>A follow-up left.</summary>
    public static Decided<bool> Asked(
        Review review, string memberId, FollowUpKind kind, string language, IReadOnlyList<ShownDraft> shown, DateTimeOffset now)
    {
        if (review.InvitationOf(memberId) is not { } invitation || review.FollowUpOf(memberId, kind) is { AskedAt: not null })
            return new(false);
        var asked = Held(review, invitation, kind) with { AskedAt = now, Language = language, Lacks = null, Shown = shown };
        return new(true, new(now, review.With(asked), LedgerDraft.Of(
            kind is FollowUpKind.ReadBack ? "draft-read-back" : "satisfaction-asked", Actor.System,
            ("to", invitation.Pseudonym), ("drafts", kind is FollowUpKind.ReadBack ? shown.Count : null)))
        {
            Effects = kind is FollowUpKind.Satisfaction ? [new Effect.WakeReview()] : [],
        });
    }

    /// <summary>A follow-up cannot be asked yet: nobody has translated it into a language that the member reads.</summary>
    public static Decided<bool> Lacking(Review review, string memberId, FollowUpKind kind, string language, DateTimeOffset now)
    {
        if (review.InvitationOf(memberId) is not { } invitation || Held(review, invitation, kind) is not { AskedAt: null } held
            || held.Lacks == language)
            return new(false);
        return new(true, new(now, review.With(held with { Lacks = language }), LedgerDraft.Of(
            "read-back-untranslated", Actor.System, ("to", invitation.Pseudonym), ("language", language))));
    }

    /// <summary>Takes an answer.</summary>
    public static Decided<Taken> Take(Review review, Message message, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (review.Stage is ReviewStage.Cancelled || review.InvitationOf(message.MemberId) is not { SentAt: not null } invitation
            || invitation.EndedBecause == Erasing.Sealing.Because)
            return new(new(Place.NotAsked));
        var held = Held(review, invitation, message.Kind);
        // A person may place only what can be an answer: what was asked.
        if (message.PlacedBy is not null && held.AskedAt is null)
            return new(new(Place.NotAsked));
        if (held.Holds(message.InboundId))
            return new(Result(held, held.Late.Any(p => p.InboundId == message.InboundId)));
        var late = message.ReceivedAt >= Until(review, message.Kind, calendar);
        var content = message.Words is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"follow-up|{held.Number}|{held.Pieces.Count + held.Late.Count + 1}");
        var piece = new ReplyPiece(message.InboundId, message.Channel, message.ReceivedAt, content, message.Choice, message.Dictation)
        {
            Unsure = message.Unsure.Count == 0 ? null : message.Unsure,
        };
        var answered = (late ? held with { Late = InOrder(held.Late, piece) } : held with { Pieces = InOrder(held.Pieces, piece) }) with
        {
            NotQuoted = held.NotQuoted || message.NotQuoted,
            Named = late || message is not { Kind: FollowUpKind.Satisfaction }
                ? held.Named
                : [.. held.Named.Union(message.Names).Union(NamedItems.In(message.Words ?? "", review.Recommendations.Count))
                    .Order()],
            HeldBecause = [.. held.HeldBecause.Union(message.HeldBecause, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
        var result = Result(answered, late);
        var entry = LedgerDraft.Of(
            message.Kind is FollowUpKind.ReadBack ? "read-back-answered" : "satisfaction-voted", Actor.Member(invitation.Pseudonym),
            ("followUp", held.Number), ("choice", message.Choice), ("late", late ? true : null),
            ("writtenBy", message.Dictation?.WrittenBy),
            ("notQuoted", message.NotQuoted ? true : null), ("placedBy", message.PlacedBy)) with
        { Contents = content is null ? null : [content] };
        return new(result, new(now, review.With(answered), entry)
        {
            Contents = content is null ? [] : [new(content, message.Words!)],
            Effects =
            [
                new Effect.WakeReview(),
                // While words are wanted no other question may take the phone: they would be read as its answer.
                .. result is { Unclear: false, WantsWords: false } ? [new Effect.FreePhone(message.MemberId)] : Array.Empty<Effect>(),
            ],
        });
    }

    /// <summary>
    /// A member does not want to answer a follow-up: nothing of it is an answer, and what waits for the phone comes next.
    /// </summary>
    /// <param name="review">The review.</param>
    /// <param name="memberId">Who said so.</param>
    /// <param name="kind">What was asked.</param>
    /// <param name="said">The word.</param>
    /// <param name="now">When this is decided.</param>
    public static Decided<bool> Skip(Review review, string memberId, FollowUpKind kind, SkippedFollowUp said, DateTimeOffset now)
    {
        if (review.Stage is ReviewStage.Cancelled || review.InvitationOf(memberId) is not { SentAt: not null } invitation
            || invitation.EndedBecause == Erasing.Sealing.Because)
            return new(false);
        var held = Held(review, invitation, kind);
        if (held.Skipped is { } known && (known.NoMore || !said.NoMore))
            return new(true);
        return new(true, new(now, review.With(held with { Skipped = said }), LedgerDraft.Of(
            "follow-up-skipped", Actor.Member(invitation.Pseudonym), ("followUp", held.Number), ("noMore", said.NoMore ? true : null)))
        {
            Effects = [new Effect.WakeReview(), new Effect.WakeInvitation(memberId, invitation.Round), new Effect.FreePhone(memberId)],
        });
    }

    /// <summary>
    /// A member takes back their answer to a follow-up while answers count: no choice of it counts, no word of it is quoted, and a new
    /// one may be given. False when there is none, or it is too late: then the wish is an addendum like any other.
    /// </summary>
    public static Decided<bool> Withdraw(Review review, string memberId, FollowUpKind kind, WithdrawnFollowUp word,
        BusinessCalendar calendar, DateTimeOffset now)
    {
        if (review.Stage is ReviewStage.Cancelled || review.FollowUpOf(memberId, kind) is not { } held
            || word.At >= Until(review, kind, calendar))
            return new(false);
        if (held.Withdrawn?.InboundId == word.InboundId)
            return new(true);
        if (!held.Standing.Any(p => p.ReceivedAt <= word.At))
            return new(false);
        var after = held with { Withdrawn = word, Named = [], NotQuoted = true, Release = null, PublicRelease = null };
        return new(true,
            new(now, review.With(after), LedgerDraft.Of("follow-up-withdrawn", Actor.Member(held.Pseudonym), ("followUp", held.Number)))
            {
                Effects = [new Effect.WakeReview()],
            });
    }

    private static Taken Result(FollowUp answered, bool late) => new(
        late ? Place.Late : Place.Accepted,
        Unclear: !late && answered.Choice is null && answered.Standing.Count() == 1,
        WantsWords: !late && WantsWords(answered));

    private static IReadOnlyList<ReplyPiece> InOrder(IReadOnlyList<ReplyPiece> pieces, ReplyPiece added) =>
        [.. pieces.Append(added).OrderBy(p => p.ReceivedAt).ThenBy(p => p.InboundId, StringComparer.Ordinal)];

    // An answer may be faster than our own record that the question left.
    private static FollowUp Held(Review review, Invitation invitation, FollowUpKind kind) =>
        review.FollowUpOf(invitation.MemberId, kind) ?? new()
        {
            Number = review.FollowUps.Count + 1,
            MemberId = invitation.MemberId,
            Pseudonym = invitation.Pseudonym,
            Kind = kind,
        };
}
