using System.Globalization;
using CtVoice.Core.Operations;
using CtVoice.Core.Todo;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Desk;

/// <summary>What waits for the board's office. Read once for each request, as <see cref="Agencies.AgencyWork"/> is.</summary>
/// <param name="Messages">What hangs on messages, danger first.</param>
/// <param name="Reviews">The first page of what hangs on reviews.</param>
internal sealed record OfficeWork(IReadOnlyList<TodoThing> Messages, IReadOnlyList<TodoThing> Reviews)
{
    internal static async Task<OfficeWork> OfAsync(HttpContext context)
    {
        if (context.Items[typeof(OfficeWork)] is OfficeWork read)
            return read;
        var todo = context.Need<TodoList>();
        var work = new OfficeWork(await todo.OfMessagesAsync(context.RequestAborted),
            Together((await todo.OfReviewsAsync(null, context.RequestAborted)).Things));
        context.Items[typeof(OfficeWork)] = work;
        return work;
    }

    /// <summary>Agencies without a mailbox are one thing to do, on one page, however many they are.</summary>
    private static IReadOnlyList<TodoThing> Together(IReadOnlyList<TodoThing> things)
    {
        if (things.Where(t => t.Kind is TodoKinds.NoContact).ToList() is not [var first, ..] unreached)
            return things;
        // The id names the agency first.
        var names = unreached.Select(t => ReviewWords.Agency(t.Id.Split('|')[0])).Order(StringComparer.Ordinal);
        var one = first with
        {
            Why = unreached.Count == 1 ? first.Why : string.Create(CultureInfo.InvariantCulture,
                $"Ask {unreached.Count} agencies for a mailbox: nobody there is told by mail what is asked of them"),
            Title = string.Join("; ", names),
            Since = unreached.Min(t => t.Since),
        };
        return [.. things.Where(t => t.Kind is not TodoKinds.NoContact || t == first).Select(t => t == first ? one : t)];
    }
}
