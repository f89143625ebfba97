using System.Globalization;
using CtVoice.Core;
using CtVoice.Core.Lists;
using CtVoice.Core.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CtVoice.Web;

/// <summary>One page of a list that is kept as rows: filters read at most a thousand rows, and say where the next page begins.</summary>
internal static class Listing
{
    /// <summary>Rows of a page that nothing is filtered from.</summary>
    internal const int PageSize = 100;

    /// <summary>Rows that a filter looks at for one page.</summary>
    private const int Looked = 1000;

    /// <summary>A page of a partition of the read models, by the <c>continuation</c> of the query.</summary>
    internal static Task<TablePage> OfAsync(HttpContext context, string partition) => ReadAsync(context, partition, PageSize);

    /// <summary>The same with a filter.</summary>
    internal static async Task<TablePage> OfAsync(HttpContext context, string partition, Func<TableRow, bool> keep)
    {
        var page = await ReadAsync(context, partition, Looked);
        return page with { Rows = [.. page.Rows.Where(keep)] };
    }

    /// <summary>
    /// Says what a list had to leave out: how many rows in <see cref="UnreadableHeader"/> of the answer, which ones to whoever runs
    /// the product.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="list">The list, in a word or two.</param>
    /// <param name="read">What was read of it.</param>
    internal static async Task<ListedRows<T>> SayAsync<T>(HttpContext context, string list, ListedRows<T> read)
    {
        if (read.Unreadable.Count > 0)
        {
            context.Response.Headers[UnreadableHeader] = read.Unreadable.Count.ToString(CultureInfo.InvariantCulture);
            await context.Need<UnreadableRows>().TellAsync(list, read.Unreadable, context.RequestAborted);
        }
        return read;
    }

    /// <summary>How many rows of the list cannot be shown; absent where all are.</summary>
    internal const string UnreadableHeader = "CtVoice-Unreadable";

    /// <summary>Path and query of the next page of the same list.</summary>
    internal static string NextOf(HttpRequest request, string continuation)
    {
        var query = request.Query.Where(q => q.Key != "continuation")
            .ToDictionary(q => q.Key, q => (string?)q.Value.ToString(), StringComparer.Ordinal);
        query["continuation"] = continuation;
        return QueryHelpers.AddQueryString(request.Path.ToUriComponent(), query);
    }

    /// <summary>Where the next page of a list begins that is kept as a whole, by the <c>continuation</c> of the query.</summary>
    internal static int PlaceOf(HttpContext context) => context.QueryText("continuation") is not { } said ? 0
        : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place
        : throw new ForeignContinuationException();

    private static Task<TablePage> ReadAsync(HttpContext context, string partition, int take) =>
        context.Need<ReviewLists>().ReadAsync(partition, take, context.QueryText("continuation"), context.RequestAborted);
}
