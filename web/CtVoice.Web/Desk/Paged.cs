using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace CtVoice.Web.Desk;

/// <summary>One page of a list that may be long, so that no page takes a phone long to fetch.</summary>
/// <param name="Items">What stands on it.</param>
/// <param name="Number">Which one, from 1.</param>
/// <param name="Last">Number of the last one.</param>
/// <param name="Address">This list with its search, without the number; the number follows.</param>
public sealed record Paged<T>(IReadOnlyList<T> Items, int Number, int Last, string Address)
{
    /// <summary>The page that the request asks for: the nearest there is.</summary>
    /// <param name="context">The request.</param>
    /// <param name="all">Everything, in order.</param>
    /// <param name="size">Items of a page.</param>
    /// <param name="field">Name of the number in the query.</param>
    internal static Paged<T> Of(HttpContext context, IReadOnlyCollection<T> all, int size, string field = "page")
    {
        var last = Math.Max(1, (all.Count + size - 1) / size);
        _ = int.TryParse(context.QueryText(field), NumberStyles.None, CultureInfo.InvariantCulture, out var asked);
        var number = Math.Clamp(asked, 1, last);
        var others = new QueryBuilder(context.Request.Query.Where(q => q.Key != field)) { { field, "" } };
        return new([.. all.Skip((number - 1) * size).Take(size)], number, last, context.Request.Path + others.ToString());
    }
}
