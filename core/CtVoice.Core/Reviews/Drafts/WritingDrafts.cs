using System.Globalization;
using System.Text.Json.Nodes;
using CtVoice.Core.Json;
using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews.Drafts;

/// <summary>
/// Recommendations written by a person from what residents replied. Everything that takes something away from what was
/// written (dropped, merged, reworded) has a reason in the ledger and is counted in public.
/// </summary>
public static class WritingDrafts
{
    /// <summary>Language that drafts are written in; others are translations of the text released for the agencies.</summary>
    public const string Language = "en";

    /// <summary>Most characters of a draft.</summary>
    public const int Longest = 2000;

    /// <summary>A draft as somebody wrote it.</summary>
    /// <param name="Kind">Advice, or dissent from it.</param>
    /// <param name="Text">The text; null leaves it as it is.</param>
    /// <param name="From">Numbers of the replies it is made from.</param>
    /// <param name="Supports">Numbers of the replies that support it.</param>
    /// <param name="Opposes">Numbers of the replies that oppose it.</param>
    /// <param name="Addressee">Whoever must answer it.</param>
    public sealed record Written(
        DraftKind Kind, string? Text, IReadOnlyList<int> From, IReadOnlyList<int> Supports, IReadOnlyList<int> Opposes, string Addressee);

    /// <summary>What became of a change.</summary>
    public enum Outcome
    {
        /// <summary>It is done.</summary>
        Done,

        /// <summary>There is no such draft.</summary>
        NotFound,

        /// <summary>Somebody else changed it meanwhile.</summary>
        Changed,

        /// <summary>Drafts are written between the close and the report; what went out changes no more.</summary>
        NotNow,

        /// <summary>Something is wrong with it; see the faults.</summary>
        Refused,
    }

    /// <summary>The outcome, with what stands in the way and the draft it is about.</summary>
    public sealed record Answer(Outcome Outcome, IReadOnlyList<Fault> Faults, int? Draft = null);

    /// <summary>True while at least one of the replies that a draft is made from still counts: what was taken back goes nowhere.</summary>
    public static bool Stands(Review review, DraftRecommendation draft) =>
        draft.From.Any(number => review.Replies.Any(r => r.Number == number && r.Counts));

    /// <summary>Whether the words of a reply are passed on in a draft that a person released for the agencies.</summary>
    public static bool PassesOn(Review review, Reply reply) =>
        review.Drafting.Drafts.Any(d => d.Release is not null && d.From.Contains(reply.Number) && Stands(review, d));

    /// <summary>Drafts that stand and that nobody released for the agencies.</summary>
    public static int Waiting(Review review) =>
        review.Drafting.Drafts.Count(d => d is { Became: null, Release: null } && Stands(review, d));

    /// <summary>Replies that ask for a change or say no, and that no draft is made from although drafts were written.</summary>
    public static IReadOnlyList<int> NotTakenUp(Review review) => review.Drafting.Drafts.Count == 0
        ? []
        : [.. review.Replies.Where(r => r is { Counts: true, HasWords: true, Choice: 2 or 3 }
            && review.Drafting.Drafts.All(d => !d.From.Contains(r.Number))).Select(r => r.Number)];

    /// <summary>A person writes a recommendation.</summary>
    public static Decided<Answer> Create(Review review, Written written, string keyId, DateTimeOffset now)
    {
        if (!Open(review))
            return Not(Outcome.NotNow);
        var faults = DraftFaults.Of(review, written, needsText: true);
        return faults.Count > 0
            ? Refused(faults)
            : Add(review, written, review.Drafting.Drafts.Count, keyId, now, "recommendation-written", []);
    }

    /// <summary>A person changes a draft. Other words need a reason, and a release and translations of their own.</summary>
    /// <param name="review">The review.</param>
    /// <param name="id">The draft.</param>
    /// <param name="written">How it is to be; without a text the words stay.</param>
    /// <param name="reason">Why the words change; public.</param>
    /// <param name="tag">The version that was read (<see cref="DraftRecommendation.Tag"/>).</param>
    /// <param name="keyId">Who.</param>
    /// <param name="now">When.</param>
    public static Decided<Answer> Change(Review review, int id, Written written, string? reason, string tag, string keyId,
        DateTimeOffset now)
    {
        if (Refusal(review, id, tag) is { } refusal)
            return Not(refusal);
        var draft = review.Drafting.Find(id)!;
        var faults = DraftFaults.Of(review, written, needsText: false).ToList();
        if (written.Text is not null && string.IsNullOrWhiteSpace(reason))
            faults.Add(new("/reason", "Say why the words change; it is public."));
        if (faults.Count > 0)
            return Refused(faults);
        var content = written.Text is null ? null : Key(id, draft.Version + 1);
        var changed = draft with
        {
            Version = draft.Version + 1,
            Kind = written.Kind,
            From = written.From,
            Supports = written.Supports,
            Opposes = written.Opposes,
            Addressee = written.Addressee,
        };
        if (content is not null)
            changed = changed with { Content = content, Release = null, PublicRelease = null, Translations = [] };
        var drafting = review.Drafting.With(changed);
        if (content is not null)
            drafting = drafting with { Reworded = drafting.Reworded + 1 };
        return Done(id,
            new(now, review with { Drafting = drafting },
                Entry(content is null ? "recommendation-changed" : "recommendation-reworded", changed, keyId, reason) with
                {
                    Contents = content is null ? null : [content],
                })
            {
                Contents = content is null ? [] : [new(content, written.Text!.Trim())],
            });
    }

    /// <summary>A person drops a draft, with a public reason.</summary>
    public static Decided<Answer> Drop(Review review, int id, string reason, string tag, string keyId, DateTimeOffset now)
    {
        if (Refusal(review, id, tag) is { } refusal)
            return Not(refusal);
        var draft = review.Drafting.Find(id)!;
        if (string.IsNullOrWhiteSpace(reason))
            return Refused([new("/reason", "Say why it is dropped; it is public.")]);
        var drafting = review.Drafting with
        {
            Version = review.Drafting.Version + 1,
            Drafts = [.. review.Drafting.Drafts.Where(d => d.Id != id)],
            Dropped = review.Drafting.Dropped + 1,
        };
        return Done(id, new(now, review with { Drafting = drafting }, Entry("recommendation-dropped", draft, keyId, reason)));
    }

    /// <summary>
    /// A person makes one draft of several, with a public reason; it keeps every reply of theirs, on the side where it was.
    /// Dissent is never merged with what it dissents from.
    /// </summary>
    public static Decided<Answer> Merge(
        Review review, IReadOnlyList<int> ids, string text, string addressee, string reason, string tag, string keyId, DateTimeOffset now)
    {
        if (!Open(review))
            return Not(Outcome.NotNow);
        if (review.Drafting.Tag != tag)
            return Not(Outcome.Changed);
        var sources = ids.Distinct().Select(review.Drafting.Find).OfType<DraftRecommendation>().ToList();
        var faults = new List<Fault>();
        if (sources.Count < 2 || sources.Count != ids.Count)
            faults.Add(new("/drafts", "Name two drafts or more, each once."));
        else if (sources.Any(d => d.Kind != sources[0].Kind))
            faults.Add(new("/drafts", "Dissent stays an item of its own; it is not merged with advice."));
        if (string.IsNullOrWhiteSpace(reason))
            faults.Add(new("/reason", "Say why they are merged; it is public."));
        if (faults.Count > 0)
            return Refused(faults);
        IReadOnlyList<int> All(Func<DraftRecommendation, IReadOnlyList<int>> of) => [.. sources.SelectMany(of).Distinct().Order()];
        var merged = new Written(sources[0].Kind, text, All(d => d.From), All(d => d.Supports), All(d => d.Opposes), addressee);
        faults.AddRange(DraftFaults.Of(review, merged, needsText: true));
        if (faults.Count > 0)
            return Refused(faults);
        var place = review.Drafting.Drafts.TakeWhile(d => !ids.Contains(d.Id)).Count();
        var without = review with
        {
            Drafting = review.Drafting with
            {
                Drafts = [.. review.Drafting.Drafts.Where(d => !ids.Contains(d.Id))],
                Merged = review.Drafting.Merged + sources.Count,
            },
        };
        return Add(without, merged, place, keyId, now, "recommendations-merged",
            [("merged", new JsonArray([.. sources.Select(d => (JsonNode)d.Id)])), ("reason", reason)]);
    }

    /// <summary>A person puts the drafts in order; the report numbers them in it.</summary>
    public static Decided<Answer> Order(Review review, IReadOnlyList<int> ids, string tag, string keyId, DateTimeOffset now)
    {
        if (!Open(review))
            return Not(Outcome.NotNow);
        if (review.Drafting.Tag != tag)
            return Not(Outcome.Changed);
        if (!ids.Order().SequenceEqual(review.Drafting.Drafts.Select(d => d.Id).Order()))
            return Refused([new("/drafts", "Name every draft once.")]);
        if (ids.SequenceEqual(review.Drafting.Drafts.Select(d => d.Id)))
            return Not(Outcome.Done);
        var drafting = review.Drafting with
        { Version = review.Drafting.Version + 1, Drafts = [.. ids.Select(id => review.Drafting.Find(id)!)] };
        return new(new(Outcome.Done, []), new(now, review with { Drafting = drafting }, LedgerDraft.Of(
            "recommendations-ordered", Actor.Coordinator(keyId), ("drafts", new JsonArray([.. ids.Select(id => (JsonNode)id)])))));
    }

    /// <summary>The coordinator says that the drafts can be read back to members now.</summary>
    public static Decided<Answer> Ready(Review review, string keyId, DateTimeOffset now)
    {
        if (!Open(review))
            return Not(Outcome.NotNow);
        if (FollowUps.ReadingBack.Shown(review).Count == 0)
            return Refused([new("", "Write a recommendation and release its text for the agencies first.")]);
        if (review.Drafting.ReadyAt is not null)
            return Not(Outcome.Done);
        return new(new(Outcome.Done, []),
            new(now, Departing.WithoutStop(review, PanelMessage.ReadBack) with
            { Drafting = review.Drafting with { ReadyAt = now } }, LedgerDraft.Of(
            "read-back-started", Actor.Coordinator(keyId), ("drafts", FollowUps.ReadingBack.Shown(review).Count)))
            {
                Effects = WakeReaders(review),
            });
    }

    /// <summary>Everybody to whom a draft may be read back looks again.</summary>
    internal static IReadOnlyList<Effect> WakeReaders(Review review) =>
        [.. review.Invitations.Where(i => !i.Silent).Select(i => new Effect.WakeInvitation(i.MemberId, i.Round))];

    private static bool Open(Review review) => review is { Stage: ReviewStage.Preview, Report: null };

    // What was not released in time can still be made ready; what went out changes no more.
    internal static Outcome? Refusal(Review review, int id, string tag) =>
        review.Drafting.Find(id) is not { } draft ? Outcome.NotFound
        : draft.Became is not null || review.Stage is ReviewStage.Cancelled || review.ClosedAt is null ? Outcome.NotNow
        : draft.Tag != tag ? Outcome.Changed
        : null;

    private static Decided<Answer> Add(
        Review review, Written written, int place, string keyId, DateTimeOffset now, string type,
        IReadOnlyList<(string Name, JsonNode? Value)> more)
    {
        var id = review.Drafting.Written + 1;
        var content = Key(id, 1);
        var draft = new DraftRecommendation
        {
            Id = id,
            Kind = written.Kind,
            From = written.From,
            Supports = written.Supports,
            Opposes = written.Opposes,
            Addressee = written.Addressee,
            Content = content,
        };
        var drafts = review.Drafting.Drafts.ToList();
        drafts.Insert(place, draft);
        var entry = Entry(type, draft, keyId, null) with { Contents = [content] };
        foreach (var (name, value) in more)
            entry.Facts[name] = value;
        return Done(id,
            new(now, review with
            { Drafting = review.Drafting with { Version = review.Drafting.Version + 1, Written = id, Drafts = drafts } }, entry)
            {
                Contents = [new(content, written.Text!.Trim())],
            });
    }

    private static LedgerDraft Entry(string type, DraftRecommendation draft, string keyId, string? reason) =>
        LedgerDraft.Of(type, Actor.Coordinator(keyId),
        ("draft", draft.Id), ("dissent", draft.Kind is DraftKind.Dissent ? true : null), ("from", Numbers(draft.From)),
        ("supports", Numbers(draft.Supports)), ("opposes", Numbers(draft.Opposes)), ("addressee", draft.Addressee),
        ("reason", reason?.Trim()));

    private static JsonArray Numbers(IReadOnlyList<int> numbers) => new([.. numbers.Select(n => (JsonNode)n)]);

    internal static string Key(int id, int version) => string.Create(CultureInfo.InvariantCulture, $"draft|{id}|{version}");

    internal static Decided<Answer> Done(int id, Decision change) => new(new(Outcome.Done, [], id), change);

    internal static Decided<Answer> Not(Outcome outcome) => new(new(outcome, []));

    internal static Decided<Answer> Refused(IReadOnlyList<Fault> faults) => new(new(Outcome.Refused, faults));
}
