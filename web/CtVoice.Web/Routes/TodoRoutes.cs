using CtVoice.Core.Reviews;
using CtVoice.Web.Routing;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Routes;

/// <summary>What waits for the coordinator.</summary>
internal static class TodoRoutes
{
    internal static IEnumerable<Route> All =>
    [
        Route.Get("api/todo", Access.For(Role.Coordinator, Role.Deputy, Role.Auditor),
            new Docs("listTodo", "What waits for the coordinator, by review: decide-need, too-few-members, language-out-of-reach, write-texts, release-texts, call-members, release-words, answer-overdue, not-delivered, look-at-evidence, translate-answers; and webhook-disabled, with the id of a subscription.")
                .Query("continuation", "From the page before.")
                .Returns(200, "One page.", new TodoPage([new("r-acdefghjkm", "write-texts", "Benefits and housing", new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero))], null)),
            ListAsync),
    ];

    private static async Task<IResult> ListAsync(HttpContext context)
    {
        var page = await context.Need<ReviewLists>().ReadAsync(ReviewLists.Todo, 1000, context.QueryText("continuation"), context.RequestAborted);
        return Answer.Page(new TodoPage(
            [.. page.Rows.Select(r => new TodoLine(r.Text("id")!, r.Text("what")!, r.Text("title")!, r.Instant("since")!.Value))], page.Continuation), page.Continuation);
    }
}

/// <summary>One page of what waits.</summary>
internal sealed record TodoPage(IReadOnlyList<TodoLine> Things, string? Continuation);

/// <summary>One thing that waits.</summary>
/// <param name="ReviewId">The review it is about.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Title">Title of the project.</param>
/// <param name="Since">Since when the review stands where it does.</param>
internal sealed record TodoLine(string ReviewId, string What, string Title, DateTimeOffset Since);
