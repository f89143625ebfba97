using CtVoice.Core.Operations;
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
            (await todo.OfReviewsAsync(null, context.RequestAborted)).Things);
        context.Items[typeof(OfficeWork)] = work;
        return work;
    }
}
