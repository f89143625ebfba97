using System.Globalization;
using System.Runtime.CompilerServices;
using CtVoice.Core.Accountability;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Storage;
using CtVoice.Core.Todo;

namespace CtVoice.Core.Lists;

/// <summary>
/// The lists that show reviews: read models, written again after every decision and recreated from the reviews at any
/// time. Newest first; whatever depends on today's date is computed by whoever reads them.
/// </summary>
public sealed class ReviewLists(TableSet tables, ReviewStore reviews)
{
    /// <summary>Partition of the coordinator's list of things to do.</summary>
    public const string Todo = "todo|coordinator";

    /// <summary>Marks a row of a list that is about something else than a review.</summary>
    internal const string NoReview = "noReview";

    // A review that needs no workflow any more. Rows written before this was kept lack it, and are looked at.
    private const string Unattended = "unattended";

    // A review of which no guardrail is open. Rows written before this was kept lack it, and are looked at.
    private const string Unguarded = "unguarded";

    // A row that no longer belongs in its list stays as a marker, so that a slow writer cannot bring it back.
    private const string Gone = "gone";

    /// <summary>Partition of the reviews that an agency may see: its own, and those that advise it.</summary>
    public static string OfAgency(string agency) => $"reviews|{agency}";

    /// <summary>Partition of all reviews received in a year (UTC).</summary>
    public static string OfYear(int year) => string.Create(CultureInfo.InvariantCulture, $"reviews|all|{year}");

    /// <summary>Partition of the practice reviews, of all years: they are in no year's list and in no register.</summary>
    public const string Practice = "reviews|practice";

    /// <summary>Partition of the public register of a year (UTC).</summary>
    public static string Register(int year) => string.Create(CultureInfo.InvariantCulture, $"register|{year}");

    /// <summary>The rows that show a review, by list; a row to be absent is null.</summary>
    public static IReadOnlyList<(string Partition, string Key, TableRow? Row)> RowsOf(StoredReview stored)
    {
        var review = stored.State;
        var year = review.SubmittedAt.UtcDateTime.Year;
        var key = string.Create(CultureInfo.InvariantCulture,
            $"{DateTimeOffset.MaxValue.UtcTicks - review.SubmittedAt.UtcTicks:D19}|{review.Id}");
        (string, object?)[] shown =
        [
            ("id", review.Id), ("agency", review.Agency), ("title", review.Title), ("stage", review.Stage.ToString()),
            ("since", review.StageSince), ("submittedAt", review.SubmittedAt), ("closesAt", review.Window?.ClosesAt),
            ("over", review.Over), ("seq", stored.Sequence),
        ];
        var totals = ReviewTotals.Of(review);
        (string, object?)[] publicly =
        [
            .. shown, ("kind", review.Kind.ToString()), ("need", review.Assessment?.Outcome.ToString()),
            ("reason", review.CancelReason ?? (review.Assessment is { Reasons: [.., var reason] } ? reason : null)),
            ("agencies", string.Join(' ', review.Agencies)), ("populations", string.Join(' ', review.Populations)),
            ("asked", totals?.Asked), ("replied", totals?.Replied), ("recommendations", review.Recommendations.Count),
            ("answered", review.Recommendations.Count(r => r.Answer is not null)), ("notAnswered", review.ResidentsNotAnswered),
            ("notDecided", review.Supplement is { SentAt: not null } last ? last.NotDecided : review.Report?.Waiting ?? 0),
            ("overdue", review.Recommendations.Count(r => r is { Waits: true, OverdueSince: not null })),
            ("kept", review.Recommendations.Count(r => r.Commitment is { Delivered: true })),
            ("broken", review.Recommendations.Count(r => r.Commitment is { Delivered: false, NotDeliveredSince: not null })),
            ("refused", review.Recommendations.Count(r => r.Answer?.Kind is AnswerKind.NotAdopted)),
            ("reportedAt", review.Report?.SentAt),
            ("advised", review.Recommendations.Count == 0 ? null : AdviceCounts.Write(AdviceCounts.Of(review))),
        ];
        TableRow Shown(string partition) => TableRow.Holding(partition, key, shown);
        TableRow Public(string partition) => TableRow.Holding(partition, key, publicly);
        TableRow Looked(TableRow row) =>
            row.With(Unattended, Attending.MayNeed(review) ? null : true).With(Unguarded, Guarding.MayBeOpen(review) ? null : true);
        var rows = new List<(string, string, TableRow?)>
        {
            (OfAgency(review.Agency), key, Shown(OfAgency(review.Agency))),
        };
        if (review.Practice)
            rows.Add((Practice, key, Looked(Public(Practice))));
        else
            rows.AddRange([(OfYear(year), key, Looked(Shown(OfYear(year)))), (Register(year), key, Public(Register(year)))]);
        // Advice is never taken back, so whoever was advised once stays.
        foreach (var advised in review.Recommendations.Select(r => r.Addressee).Where(a => a != review.Agency)
            .Distinct(StringComparer.Ordinal))
            rows.Add((OfAgency(advised), key, Shown(OfAgency(advised))));
        foreach (var (what, wanted) in ThingsToDo(review))
        {
            var todo = TodoKey(review, what);
            rows.Add((Todo, todo, !wanted ? null : TableRow.Holding(
                Todo, todo, ("id", review.Id), ("what", what), ("title", review.Title), ("since", review.StageSince),
                ("seq", stored.Sequence))));
        }
        return rows;
    }

    /// <summary>Writes the rows of a review as it was read; what is shown of it since then stays.</summary>
    public async Task RefreshAsync(StoredReview stored, CancellationToken cancellationToken = default)
    {
        var changed = Changed(stored);
        // Nearly none of the things that may be to do ever was: one look finds all those that were.
        var todo = changed.Any(r => r.Partition == Todo)
            ? await tables.Records.AllAsync(TableQuery.StartingWith(Todo, TodoKey(stored.State, "")), cancellationToken)
            : [];
        await Task.WhenAll(changed.Select(async r => await WriteAsync(
            r.Partition, r.Key, r.Row,
            r.Partition == Todo
                ? todo.FirstOrDefault(held => held.Key == r.Key)
                : await tables.Records.GetAsync(r.Partition, r.Key, cancellationToken),
            stored.Sequence, cancellationToken)));
    }

    /// <summary>
    /// The rows that say something else than before the last decision; all where that is not known. A row that stays as it was is
    /// written, if it is not yet, by whoever follows the decision that made it so.
    /// </summary>
    private static IReadOnlyList<(string Partition, string Key, TableRow? Row)> Changed(StoredReview stored)
    {
        var rows = RowsOf(stored);
        if (stored.Last is not { Before: var before })
            return rows;
        // As of the same decision, so that its number tells no two rows apart.
        var held = RowsOf(stored with { State = before }).ToDictionary(r => (r.Partition, r.Key), r => r.Row);
        return [.. rows.Where(r => !(held.TryGetValue((r.Partition, r.Key), out var same) && Says(same, r.Row)))];
    }

    private static bool Says(TableRow? one, TableRow? other) => one is null || other is null
        ? one is null && other is null
        : one.HoldsTheSameAs(other);

    /// <summary>
    /// Writes the rows of every review again, and removes from their lists those of reviews that do not exist; returns how
    /// many reviews there are.
    /// </summary>
    /// <param name="progress">Is told how many reviews are done.</param>
    /// <param name="cancellationToken">Stops between two reviews.</param>
    public async Task<int> RebuildAsync(IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var count = 0;
        var lists = new SortedSet<string>(StringComparer.Ordinal) { Todo };
        foreach (var id in await reviews.AllIdsAsync(cancellationToken))
        {
            if (await reviews.ReadAsync(id, cancellationToken) is not { } stored)
                continue;
            await RefreshAsync(stored, cancellationToken);
            lists.UnionWith(RowsOf(stored).Select(r => r.Partition));
            count++;
            progress?.Report(count);
        }
        foreach (var list in lists)
            await RemoveStrangersAsync(list, cancellationToken);
        return count;
    }

    private async Task RemoveStrangersAsync(string partition, CancellationToken cancellationToken)
    {
        foreach (var row in await tables.Records.AllAsync(new(partition), cancellationToken))
        {
            // A row that is gone keeps its key only; which review it was of no longer matters.
            if (!row.Flag(NoReview) && row.Text("id") is { } id && await reviews.ReadAsync(id, cancellationToken) is null)
                _ = await tables.Records.SubmitAsync(partition, [new TableOperation.Delete(row.Key)], cancellationToken);
        }
    }

    /// <summary>
    /// Ids of the reviews that are not over, newest year first, from the lists: one row is read for each review there ever
    /// was, a thousand at a time, and none of the reviews themselves.
    /// </summary>
    public IAsyncEnumerable<string> OpenAsync(CancellationToken cancellationToken = default) => AllButAsync("over", cancellationToken);

    /// <summary>Ids of the reviews that may need a workflow, those included that are over and followed up;
    /// read like the open ones.</summary>
    public IAsyncEnumerable<string> AttendedAsync(CancellationToken cancellationToken = default) =>
        AllButAsync(Unattended, cancellationToken);

    /// <summary>Ids of the reviews of which a guardrail may be open; read like the open ones.</summary>
    public IAsyncEnumerable<string> GuardedAsync(CancellationToken cancellationToken = default) =>
        AllButAsync(Unguarded, cancellationToken);

    private async IAsyncEnumerable<string> AllButAsync(string flag, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var list in (await reviews.YearsAsync(cancellationToken)).OrderDescending().Select(OfYear).Append(Practice))
        {
            string? continuation = null;
            do
            {
                var page = await ReadAsync(list, 1000, continuation, cancellationToken);
                foreach (var row in page.Rows.Where(r => !r.Flag(flag)))
                    yield return row.Text("id")!;
                continuation = page.Continuation;
            }
            while (continuation is not null);
        }
    }

    /// <summary>One page of a list.</summary>
    public async Task<TablePage> ReadAsync(string partition, int take, string? continuation, CancellationToken cancellationToken = default)
    {
        var page = await tables.Records.QueryAsync(new(partition, Take: take, Continuation: continuation), cancellationToken);
        return page with { Rows = [.. page.Rows.Where(r => !r.Flag(Gone))] };
    }

    private static string TodoKey(Review review, string what) => $"{review.Id}|{what}";

    // What was read for all of them is good for the first attempt.
    private Task WriteAsync(string partition, string key, TableRow? row, TableRow? held, long sequence,
        CancellationToken cancellationToken) =>
        RowChanges.UntilStoredAsync(async () =>
        {
            if (held is null ? row is null : held.Number("seq") > sequence)
                return true;
            var next = (row ?? new TableRow(partition, key).With(Gone, true)).With("seq", sequence);
            if ((await tables.Records.SubmitAsync(partition, RowChanges.Write(held, next), cancellationToken)).Committed)
                return true;
            held = await tables.Records.GetAsync(partition, key, cancellationToken);
            return false;
        }, cancellationToken);

    /// <summary>Every kind of thing that a review may give to do, each of <see cref="TodoKinds"/>, and whether it does.</summary>
    internal static IEnumerable<(string What, bool Wanted)> ThingsToDo(Review review)
    {
        yield return ("decide-need", review.Stage is ReviewStage.CoordinatorDecides);
        yield return (TodoKinds.TooFewMembers, review.Stage is ReviewStage.ShortOfMembers);
        yield return ("stopped", Departing.Held(review).Count > 0);
        yield return ("language-out-of-reach", review
            is { Stage: ReviewStage.Preparing or ReviewStage.ShortOfMembers, Panel.LanguagesOutOfReach.Count: > 0 });
        yield return ("write-texts", review.Stage is ReviewStage.Preparing && ReleasingTexts.Unwritten(review).Count > 0);
        yield return ("call-members", PhoneCalls.Wanted(review).Any(w => !w.Call.ByLetter));
        yield return ("post-letters", PhoneCalls.Wanted(review).Any(w => w.Call.ByLetter));
        yield return ("consent-expedite", review.Expedite is { Consent: null } && Expediting.BeforeAsking(review));
        yield return ("carry-over", review.Kind is Projects.ProjectKind.Continuation && Expediting.BeforeAsking(review));
        yield return ("release-texts", review.Stage is ReviewStage.Preparing
            && ReleasingTexts.Missing(review).Except(ReleasingTexts.Unwritten(review)).Any());
        yield return ("release-words", review.Stage is not ReviewStage.Cancelled && review.ClosedAt is not null
            && DecidingWords.Undecided(review) > 0);
        yield return ("translate-drafts", ReadingBack.Untranslated(review).Count > 0);
        yield return ("release-drafts", review.Stage is not ReviewStage.Cancelled && WritingDrafts.Waiting(review) > 0
            && ReleasingWords.CanRelease(review));
        yield return ("answer-overdue", review.Recommendations.Any(r => r is { Waits: true, OverdueSince: not null }));
        yield return ("not-delivered", review.Recommendations.Any(r => r.Commitment is { Delivered: false, NotDeliveredSince: not null }));
        yield return (TodoKinds.GiveInformation, review.Stage is not ReviewStage.Cancelled && review.Recommendations.Any(Informing.Waits));
        yield return ("look-at-evidence", review.Recommendations.Any(r => r.Commitment?.Evidence is [.., { Word: null }]));
        yield return ("translate-answers", review.Recommendations.Count > 0 && TranslatingPlainWords.Missing(review).Count > 0);
    }
}
