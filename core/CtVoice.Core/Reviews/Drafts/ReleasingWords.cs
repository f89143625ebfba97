using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Reviews.Drafts;

/// <summary>Whom a text is released for; each has a text of its own.</summary>
public enum Audience
{
    /// <summary>The agencies of the project.</summary>
    Agency,

    /// <summary>Everybody, in the public register.</summary>
    Public,
}

/// <summary>What kind of text is released.</summary>
public enum WordsOf
{
    /// <summary>The words of a reply.</summary>
    Reply,

    /// <summary>A written recommendation.</summary>
    Draft,

    /// <summary>What a member said when the draft was read back.</summary>
    Objection,
}

/// <summary>Names one text of a review: reply-3, draft-2, objection-1.</summary>
/// <param name="Of">What kind.</param>
/// <param name="Number">Number of the reply, the draft or the follow-up.</param>
public sealed record TextName(WordsOf Of, int Number)
{
    /// <summary>Reads a name; null when it is none.</summary>
    public static TextName? Parse(string name) =>
        name.Split('-') is [var of, var number] && Enum.TryParse<WordsOf>(of, ignoreCase: true, out var kind) && !char.IsDigit(of[0])
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? new(kind, n)
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Of.ToString().ToLowerInvariant()}-{Number}");
}

/// <summary>
/// No quote and no text leaves without a person's release, for each audience on its own. What is released later appears
/// later. Numbers that look like those of people or cases are masked whoever released them.
/// </summary>
public static class ReleasingWords
{
    /// <summary>What became of a release.</summary>
    public enum Outcome
    {
        /// <summary>It may leave.</summary>
        Released,

        /// <summary>It was released before, it is not to be quoted, or there is no such text.</summary>
        NotNow,

        /// <summary>The draft changed since it was read.</summary>
        Changed,

        /// <summary>It may tell of a member's own life (<see cref="OwnLife"/>): a person says it in other words first.</summary>
        OwnLife,

        /// <summary>Some of it may be somebody else's: a person writes out what is the member's own first.</summary>
        Unsure,
    }

    /// <summary>A text that may be released: whose it is, and what was released of it.</summary>
    private sealed record Releasable(TextReleased? Agency, TextReleased? Public, Func<TextReleased?, TextReleased?, Review> With);

    /// <summary>
    /// A person releases a text for an audience. After the report went out a draft or a reply leaves with the supplement; when that
    /// went out too, a reply is shown beside the recommendations and starts nobody's clock. An objection is shown at once.
    /// </summary>
    /// <param name="review">The review.</param>
    /// <param name="name">The text.</param>
    /// <param name="audience">For whom.</param>
    /// <param name="text">The words that leave.</param>
    /// <param name="tag">Of a draft, the version that was read (<see cref="DraftRecommendation.Tag"/>); null for other texts.</param>
    /// <param name="keyId">Who.</param>
    /// <param name="calendar">The business calendar.</param>
    /// <param name="now">When.</param>
    /// <param name="otherWords">True when these are other words than those that came.</param>
    /// <param name="writtenOut">True when a person wrote the words out, and so saw whose they are.</param>
    /// <param name="nobodyMeant">Why no word for a status tells of anybody's own life; null when nobody said so.</param>
    public static Decided<Outcome> Release(
        Review review, TextName name, Audience audience, string text, string? tag, string keyId, BusinessCalendar calendar,
        DateTimeOffset now,
        bool otherWords = false, bool writtenOut = false, string? nobodyMeant = null)
    {
        if (name.Of is WordsOf.Reply && Recommendation(review, name) is null)
            review = Supplementing.Opened(review, calendar, now);
        if (review.Stage is ReviewStage.Cancelled || Find(review, name) is not { } held || Of(held, audience) is not null
            || TooLate(review, name, audience))
            return new(Outcome.NotNow);
        if (name.Of is WordsOf.Draft && review.Drafting.Find(name.Number)!.Tag != tag)
            return new(Outcome.Changed);
        if (!writtenOut && IsUnsure(review, name))
            return new(Outcome.Unsure);
        // Said once, of the words and not of the audience.
        var found = OwnLife.In(text);
        var asAdvice = name.Of is WordsOf.Draft || (name.Of is WordsOf.Reply && review.Drafting.Drafts.Count == 0);
        IReadOnlyList<string> confirmed =
            [.. (nobodyMeant is null ? [] : found.MayBeConfirmed(asAdvice)).Concat(held.Agency?.NobodyMeant ?? [])
                .Concat(held.Public?.NobodyMeant ?? []).Distinct(StringComparer.Ordinal)];
        if (!found.MayLeave(asAdvice, confirmed))
            return new(Outcome.OwnLife);
        var content = string.Create(CultureInfo.InvariantCulture, $"released|{name}|{review.TextsReleased + 1}");
        var release =
            new TextReleased(keyId, now, content, otherWords, AfterReport: review.Report is not null && name.Of is not WordsOf.Objection)
            {
                NobodyMeant = found.MayBeConfirmed(asAdvice),
                InFirstPerson = found.FirstPerson.Count > 0,
            };
        var after = (audience is Audience.Agency ? held.With(release, held.Public) : held.With(held.Agency, release)) with
        { TextsReleased = review.TextsReleased + 1 };
        var entry = Entry(name.Of is WordsOf.Draft ? "recommendation-released" : "words-released", name, audience, keyId) with
        { Contents = [content] };
        var waits = Supplementing.Holds(review, release) && Recommendation(review, name) is null;
        if (waits)
            entry.Facts["supplement"] = true;
        if (nobodyMeant is not null && release.NobodyMeant.Count > 0)
            entry.Facts["nobodyMeant"] = nobodyMeant;
        var decision = new Decision(now, after, entry)
        {
            Contents = [new(content, Masking.Mask(text.Trim()))],
            Effects = [.. name.Of is WordsOf.Draft ? WritingDrafts.WakeReaders(review) : [], .. waits
                ? [new Effect.WakeReview()]
                : Array.Empty<Effect>()],
        };
        if (audience is Audience.Public)
            return new(Outcome.Released, decision with { State = Published(after, name, release) });
        if (review.Report is null || ReviewVersions.HasSupplement(review)
            || Reporting.Recommend(after, name, calendar, now) is not { } added)
            return new(Outcome.Released, decision);
        return new(Outcome.Released, decision with
        {
            State = Reporting.With(after, added),
            Ledger = [entry, Reporting.Entry(added)],
            Effects = [new Effect.StartAccountability(added.Number), new Effect.WakeReview()],
        });
    }

    /// <summary>A person takes a release back, with a reason, before anything went out under it: with the report,
    /// or with its supplement.</summary>
    public static Decided<bool> TakeBack(Review review, TextName name, Audience audience, string reason, string keyId, DateTimeOffset now)
    {
        if (review.Stage is ReviewStage.Cancelled || Find(review, name) is not { } held || Of(held, audience) is not { } release
            || (review.Report is not null && (!Supplementing.Holds(review, release) || Recommendation(review, name) is not null)))
            return new(false);
        var after = audience is Audience.Agency ? held.With(null, held.Public) : held.With(held.Agency, null);
        var entry = Entry("release-taken-back", name, audience, keyId);
        entry.Facts["reason"] = reason;
        return new(true, new(now, after, entry));
    }

    /// <summary>Whether a draft that is released now leaves with something: with the report, or with its supplement.</summary>
    public static bool CanRelease(Review review) =>
        review.Report is null || !ReviewVersions.HasSupplement(review) || Supplementing.IsPending(review);

    private static bool IsUnsure(Review review, TextName name) => (name.Of switch
    {
        WordsOf.Reply => review.Replies.FirstOrDefault(r => r.Number == name.Number)?.HeldBecause,
        WordsOf.Objection => review.FollowUps.FirstOrDefault(f => f.Number == name.Number)?.HeldBecause,
        _ => null,
    })?.Contains(Flags.Unsure) is true;

    /// <summary>
    /// True for a draft that would leave by no way any more because the supplement went out without it, and for words of which
    /// members are told that they were not passed on.
    /// </summary>
    private static bool TooLate(Review review, TextName name, Audience audience) => name.Of switch
    {
        WordsOf.Draft => audience is Audience.Agency && !CanRelease(review),
        WordsOf.Reply => review.Stage is ReviewStage.Finished && review.Replies.Any(r => r.Number == name.Number && r.Withheld is not null),
        _ => false,
    };

    private static TextReleased? Of(Releasable held, Audience audience) => audience is Audience.Agency ? held.Agency : held.Public;

    private static Releasable? Find(Review review, TextName name) => name.Of switch
    {
        WordsOf.Reply when review.Replies.FirstOrDefault(r => r.Number == name.Number) is { Quotable: true } reply => new(
            reply.Release, reply.PublicRelease, (agency, everybody) => review with
            {
                Replies = [.. review.Replies.Select(r => r.Number == name.Number
                    ? r with { Release = agency, PublicRelease = everybody, Withheld = null } : r)],
            }),
        WordsOf.Draft when review.ClosedAt is not null && review.Drafting.Find(name.Number) is { } draft => new(
            draft.Release, draft.PublicRelease, (agency, everybody) => review with
            {
                Drafting = review.Drafting.With(draft with
                {
                    Version = draft.Version + 1,
                    Release = agency,
                    PublicRelease = everybody,
                    Translations = agency == draft.Release ? draft.Translations : [],
                }),
            }),
        WordsOf.Objection
            when review.FollowUps.FirstOrDefault(f => f.Number == name.Number)
                is { Kind: FollowUps.FollowUpKind.ReadBack, HasWords: true, NotQuoted: false } said
            && !said.Pieces.Concat(said.Late).Any(p => review.Sealed.Contains(p.Content ?? "")) => new(
            said.Release, said.PublicRelease,
            (agency, everybody) => review.With(said with { Release = agency, PublicRelease = everybody })),
        _ => null,
    };

    // What went out as a recommendation is read there.
    private static Review Published(Review review, TextName name, TextReleased release) =>
        Recommendation(review, name) is { } recommendation ? review.With(recommendation with { PublicRelease = release }) : review;

    private static Reviews.Recommendation? Recommendation(Review review, TextName name) => review.Recommendations.FirstOrDefault(r =>
        name.Of is WordsOf.Draft
            ? r.Draft == name.Number
            : name.Of is WordsOf.Reply && r.Draft is null && r.From is [var from] && from == name.Number);

    private static LedgerDraft Entry(string type, TextName name, Audience audience, string keyId) =>
        LedgerDraft.Of(type, Actor.Coordinator(keyId),
        (name.Of.ToString().ToLowerInvariant(), name.Number), ("for", audience is Audience.Public ? "public" : "agency"));
}
