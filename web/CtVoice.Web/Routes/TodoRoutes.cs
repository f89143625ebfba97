using CtVoice.Core.Operations;
using CtVoice.Core.Todo;
using CtVoice.Language.Meaning;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>What waits for the coordinator.</summary>
internal static class TodoRoutes
{
    internal static void MapTodo(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/todo", ListAsync).OpenTo(Access.Insiders)
            .WithName("listTodo")
            .WithSummary("What waits for the coordinator: danger first, then the holding pen, people who wait for a person, reviews.")
            .WithDescription("Kinds in this order: " + string.Join(", ", TodoKinds.All.Select(k => k.Name))
                + ". The first page has all that hangs on messages."
                    + " dangerLists says whether a person outside the team has reviewed the lists by which danger is told: until then "
                    + "they are drafts.")
            .Query("continuation", "From the page before.")
            .Returns(200, "One page.", new TodoPage(
                    [
                        new("a-3f9c01d27ab8", "acute", TodoKinds.Spoken(TodoKinds.Acute), Since, "/api/matters/a-3f9c01d27ab8", null, null),
                        new("r-acdefghjkm|write-texts", "write-texts", TodoKinds.Spoken("write-texts"), Since,
                            "/api/reviews/r-acdefghjkm/texts", "Benefits and housing", "r-acdefghjkm"),
                    ], null, DangerList.Shipped));
    }

    private static DateTimeOffset Since => new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero);

    private static async Task<IResult> ListAsync(HttpContext context)
    {
        var todo = context.Need<TodoList>();
        var before = context.QueryText("continuation");
        var first = before is null ? await todo.OfMessagesAsync(context.RequestAborted) : [];
        var (things, continuation) = await todo.OfReviewsAsync(before, context.RequestAborted);
        return Answer.Page(new TodoPage([.. first.Concat(things).Select(TodoLine.Of)], continuation, DangerList.Shipped), continuation);
    }
}

/// <summary>One page of what waits.</summary>
/// <param name="Things">In the order in which they are looked at.</param>
/// <param name="Continuation">Leads to the next page; absent on the last.</param>
/// <param name="DangerLists">The lists by which danger is told, and whether a person outside has reviewed them.</param>
internal sealed record TodoPage(IReadOnlyList<TodoLine> Things, string? Continuation, IReadOnlyList<DangerList> DangerLists);

/// <summary>How far a list of words of danger can be relied on.</summary>
/// <param name="Id">Which: <c>acute</c> or <c>worry</c>.</param>
/// <param name="Version">Changes with every edit.</param>
/// <param name="State"><c>draft</c> or <c>reviewed</c>.</param>
/// <param name="Says">The same in plain words.</param>
internal sealed record DangerList(string Id, string Version, string State, string Says)
{
    /// <summary>Those that ship.</summary>
    internal static IReadOnlyList<DangerList> Shipped { get; } = [.. Danger.Lists.Select(Of)];

    private static DangerList Of((string Id, string Version, WordListReview Reviewed) list) =>
        new(list.Id, list.Version, list.Reviewed.State, list.Reviewed.Spoken);
}

/// <summary>One thing that waits.</summary>
/// <param name="Id">Names it.</param>
/// <param name="What">Its kind.</param>
/// <param name="Why">What is to be done, in plain words.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Link">Where it is looked at.</param>
/// <param name="Title">Title of the project; absent where it is about none.</param>
/// <param name="ReviewId">The review it is about; absent where it is about none.</param>
internal sealed record TodoLine(string Id, string What, string Why, DateTimeOffset Since, string Link, string? Title, string? ReviewId)
{
    internal static TodoLine Of(TodoThing thing) =>
        new(thing.Id, thing.Kind, thing.Why, thing.Since, thing.Link, thing.Title, thing.ReviewId);
}
