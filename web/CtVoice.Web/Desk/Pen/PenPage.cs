using System.Globalization;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Pen;

/// <summary>The holding pen: a list without words, and a page for each message, on which it is placed or dismissed.</summary>
internal static class PenPage
{
    private const string Path = "/desk/pen";

    internal static void MapPenPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ListAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskPen").WithSummary("What a person must place.");
        endpoints.MapPage(Path + "/{id}", ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskPenned").WithSummary("One message of the pen. The view is recorded.");
        endpoints.MapForm<Placing>(Path + "/{id}/move", MoveAsync, ShowAsync, Next).OpenTo(DeskPage.Coordinators)
            .WithName("deskPlace").WithSummary("Makes a message a reply, or an answer to a follow-up.");
        endpoints.MapForm<Dismissal>(Path + "/{id}/dismiss", HoldingPenRoutes.DismissAsync, ShowAsync, Next).OpenTo(DeskPage.Coordinators)
            .WithName("deskDismiss").WithSummary("Takes a message out of the pen.");
    }

    /// <summary>Page of a message; the list when there is none.</summary>
    internal static string PathOf(string? id) => id is null ? Path : $"{Path}/{Uri.EscapeDataString(id)}";

    private static string Next(HttpContext context) => PathOf(context.QueryText("next"));

    private static async Task<IResult> ListAsync(HttpContext context)
    {
        var pen = context.Need<HoldingPen>();
        var asked = context.QueryText("id")?.Trim();
        if (asked is not null && await pen.FindAsync(asked, context.RequestAborted) is not null)
            return Answer.SeeOther(PathOf(asked));
        await context.RecordViewAsync("holding-pen", []);
        var (messages, continuation) = await pen.PageAsync(Listing.PageSize, context.QueryText("continuation"), context.RequestAborted);
        return DeskPage.Of<PenList>(
            context, "Holding pen",
            new PenList.Shown(
                [.. messages], asked, continuation is null ? null : Listing.NextOf(context.Request, continuation),
                context.QueryText("continuation") is not null),
            new PageLink("Today", "/desk"));
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        var read = await HoldingPenRoutes.ReadOneAsync(context);
        PageLink[] above = [new("Today", "/desk"), new("Holding pen", Path)];
        if (read.Said<PennedView>() is not { } view)
            return Gone(context, above);
        var pen = (await context.Need<HoldingPen>().ReadAsync(context.RequestAborted)).Select(m => m.InboundId).ToList();
        var place = pen.IndexOf(view.Id);
        var places = new List<PenShown.Place>();
        var reviews = new Dictionary<string, Review>(StringComparer.Ordinal);
        foreach (var candidate in view.Candidates)
            places.Add(new(candidate, await ReviewAsync(candidate.ReviewId)));
        var open = new List<Review>();
        await foreach (var id in context.Need<ReviewLists>().OpenAsync(context.RequestAborted))
        {
            if (await ReviewAsync(id) is { Over: false } review && review.Invitations.Count > 0)
                open.Add(review);
        }
        return DeskPage.Of<PenShown>(
            context, "A message",
            new PenShown.Shown(
                view, [.. places.Where(p => p.Review is not null)], open,
                place >= 0 && place + 1 < pen.Count ? pen[place + 1] : pen.FirstOrDefault(id => id != view.Id),
                string.Create(CultureInfo.InvariantCulture, $"{place + 1} of {pen.Count}")),
            above);

        async Task<Review?> ReviewAsync(string id) => reviews.GetValueOrDefault(id)
            ?? ((await context.Need<ReviewStore>().ReadAsync(id, context.RequestAborted))?.State is { } found ? reviews[id] = found : null);
    }

    // Somebody else was faster, which is no fault of whoever looks.
    private static Page Gone(HttpContext context, IReadOnlyList<PageLink> above) =>
        new("A message", Page.Content<PenGone>(Typed.Of(context) is not null))
        {
            Desk = true,
            Crumbs = above,
            Status = StatusCodes.Status404NotFound,
        };

    private static async Task<IResult> MoveAsync(HttpContext context, Placing body)
    {
        var done = await HoldingPenRoutes.MoveAsync(context, body);
        if (done is not Problem { Details.Status: StatusCodes.Status404NotFound })
            return done;
        return await context.Need<HoldingPen>().FindAsync(context.RouteText("id"), context.RequestAborted) is null
            ? Problem.NotFound()
            : Problem.Faults("/reviewId", "There is no such review.");
    }
}
