using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Desk.Agencies;

/// <summary>The reviews that somebody signed in may see, newest first, and what they ask of their agency.
/// Read once for each request.</summary>
/// <param name="Agency">Code of the agency; null for who is of none.</param>
/// <param name="Reviews">The newest hundred.</param>
/// <param name="Asks">What is asked, first what is due first.</param>
internal sealed record AgencyWork(string? Agency, IReadOnlyList<Review> Reviews, IReadOnlyList<AgencyAsk> Asks)
{
    // An agency has a handful of reviews a year, the whole board about twelve.
    private const int Most = 100;

    internal static async Task<AgencyWork> OfAsync(HttpContext context, Principal person)
    {
        if (context.Items[typeof(AgencyWork)] is AgencyWork read)
            return read;
        var (reviews, lists, now) = (context.Need<ReviewStore>(), context.Need<ReviewLists>(), context.Now());
        var rows = new List<TableRow>();
        if (person.Agency is { } agency)
            rows.AddRange((await lists.ReadAsync(ReviewLists.OfAgency(agency), Most, null, context.RequestAborted)).Rows);
        else
        {
            foreach (var year in (await reviews.YearsAsync(context.RequestAborted)).OrderDescending().TakeWhile(_ => rows.Count < Most))
                rows.AddRange((await lists.ReadAsync(ReviewLists.OfYear(year), Most, null, context.RequestAborted)).Rows);
        }
        var stored =
            await Task.WhenAll(rows.Take(Most).Select(r => r.Text("id")).OfType<string>()
                .Select(id => reviews.ReadAsync(id, context.RequestAborted)));
        // The list may be ahead of or behind a review; the review itself says who may see it.
        IReadOnlyList<Review> seen =
            [.. stored.OfType<StoredReview>().Select(s => s.State).Where(r => person.Agency is not { } a || ReviewIds.MaySee(r, a))];
        var work = new AgencyWork(
            person.Agency, seen,
            person.Agency is { } own
                ? [.. seen.SelectMany(r => AgencyAsk.Of(r, own, now)).OrderBy(a => a.Due ?? DateTimeOffset.MaxValue)
                    .ThenBy(a => a.Title, StringComparer.Ordinal)] : []);
        context.Items[typeof(AgencyWork)] = work;
        return work;
    }
}
