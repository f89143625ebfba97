using System.Globalization;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Core.Workflows;
using CtVoice.Web.Desk.People;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Audit;

/// <summary>The auditor's pages: who looked at what, what was done to keys, whether the record holds, and sealed words for a reason.
/// They change nothing.</summary>
internal static class AuditPage
{
    private const string Path = "/audit";

    // One answer looks at as many records as fit into a moment; the others are checked every night.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private static readonly Access Auditor = Access.SignedIn(Role.Auditor);

    internal static void MapAuditPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ViewsAsync).OpenTo(Auditor)
            .WithName("auditViews").WithSummary("Who looked at what, with filters and sums.");
        endpoints.MapPage(Path + "/keys", KeysAsync).OpenTo(Auditor)
            .WithName("auditKeys").WithSummary("Every key, and people whom the platform signs in.");
        endpoints.MapPage(Path + "/keys/actions", ActionsAsync).OpenTo(Auditor)
            .WithName("auditKeyActions").WithSummary("Who made, rotated and revoked keys.");
        endpoints.MapPage(Path + "/record", RecordAsync).OpenTo(Auditor)
            .WithName("auditRecord").WithSummary("The signed checkpoints, and a check of the record.");
        endpoints.MapForm(Path + "/record/check", async context => await RecordAsync(context, await CheckAsync(context))).OpenTo(Auditor)
            .WithName("auditCheck").WithSummary("Checks the ledger of a review, or of all.");
        endpoints.MapPage(Path + "/sealed", SealedAsync).OpenTo(Auditor)
            .WithName("auditSealed").WithSummary("Asks which sealed words, and why.");
        endpoints.MapAnsweredForm<SealedWish>(Path + "/sealed", ReadSealedAsync, SealedAsync, SealedShownAsync).OpenTo(Auditor)
            .WithName("auditReadSealed").WithSummary("Shows sealed words. The view and its reason are recorded.");
    }

    private static async Task<IResult> ViewsAsync(HttpContext context)
    {
        var (listed, summed) = (await ViewRoutes.ListAsync(context), await ViewRoutes.SummariseAsync(context));
        var names = (await KeyRoutes.ListAsync(context)).Said<IReadOnlyList<KeyView>>()!
            .ToDictionary(k => k.Id, k => k.Label, StringComparer.Ordinal);
        var asked = new ViewList.Wish(context.QueryText("month"), context.QueryText("day"), context.QueryText("key"),
            context.QueryText("screen"));
        return DeskPage.Of<ViewList>(context, "Views", new ViewList.Shown(
            asked, listed.Said<ViewPage>(), summed.Said<IReadOnlyList<ViewSummary>>() ?? [], names,
            (listed as Problem)?.Details.Faults?[0].Message,
            listed.Said<ViewPage>()?.Continuation is { } next ? Listing.NextOf(context.Request, next) : null));
    }

    private static async Task<IResult> KeysAsync(HttpContext context) => DeskPage.Of<KeysAudited>(
        context, "Keys", new KeysAudited.Shown(
            (await KeyRoutes.ListAsync(context)).Said<IReadOnlyList<KeyView>>()!, (await KeyRoutes.PrincipalsAsync(context))
                .Said<IReadOnlyList<MappedPrincipal>>()!),
        new PageLink("Views", Path));

    private static async Task<IResult> ActionsAsync(HttpContext context) => DeskPage.Of<KeyActionList>(
        context, "What was done to keys", await KeyActionList.ReadAsync(context, Path + "/keys/actions"), new PageLink("Views", Path),
        new PageLink("Keys", Path + "/keys"));

    private static Task<IResult> RecordAsync(HttpContext context) => RecordAsync(context, null);

    private static async Task<IResult> RecordAsync(HttpContext context, RecordShown.Checked? found)
    {
        var page = (await CheckpointRoutes.ListAsync(context)).Said<CheckpointPage>()!;
        return DeskPage.Of<RecordShown>(
            context, "The record",
            new RecordShown.Shown(page.Checkpoints, page.Continuation is { } next
                ? $"{Path}/record?continuation={Uri.EscapeDataString(next)}" : null, found),
            new PageLink("Views", Path));
    }

    private static async Task<RecordShown.Checked> CheckAsync(HttpContext context)
    {
        var asked = (await context.Request.ReadFormAsync(context.RequestAborted))["review"].ToString().Trim();
        var (reviews, clock) = (context.Need<ReviewStore>(), context.Need<TimeProvider>());
        var latest = await context.Need<CheckpointStore>().LatestAsync(context.RequestAborted);
        var anchors = latest?.Read().Reviews.ToDictionary(a => a.Id, StringComparer.Ordinal) ?? [];
        // A review that the checkpoint names and that is gone is looked for like any other.
        var ids = asked.Length > 0
            ? [asked]
            : (await reviews.AllIdsAsync(context.RequestAborted)).Union(anchors.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .ToList();
        var (begun, holds, broken) = (clock.GetTimestamp(), 0, new List<RecordShown.Broken>());
        foreach (var id in ids)
        {
            if (clock.GetElapsedTime(begun) > Longest)
                return new(asked, holds, broken, ids.Count - holds - broken.Count, latest?.Number);
            var faults = ReviewIds.IsPossible(id) ? await reviews.VerifyAsync(id, context.RequestAborted) : null;
            if (faults is null)
                broken.Add(new(id, ["There is no such review."]));
            else if (faults.Count > 0)
                broken.Add(new(id, faults));
            else if (anchors.GetValueOrDefault(id) is { } anchor
                && !await context.Need<NightlyCheckpoint>().GoesOnAsync(latest!.Number, anchor, context.RequestAborted))
                broken.Add(new(id,
                    [string.Create(CultureInfo.InvariantCulture,
                        $"It does not go on from checkpoint {latest.Number}: it was written anew, or cut.")]));
            else
                holds++;
        }
        return new(asked, holds, broken, 0, latest?.Number);
    }

    private static Task<IResult> SealedAsync(HttpContext context) =>
        Task.FromResult(DeskPage.Of<SealedAsked>(context, "Sealed words", new object(), new PageLink("Views", Path)));

    private static async Task<IResult> ReadSealedAsync(HttpContext context, SealedWish wish) =>
        await ErasureRoutes.ReadSealedAsync(context, wish with { ReviewId = wish.ReviewId.Trim() }) is var answer
            && answer is Problem { Details.Status: StatusCodes.Status404NotFound }
            ? Problem.Faults("/reply", "No reply of this number is sealed in that review.")
            : answer;

    private static Task<IResult> SealedShownAsync(HttpContext context, IResult answer) => Task.FromResult(DeskPage.Of<SealedShown>(
        context, "Words", answer.Said<SealedWordsView>()!, new PageLink("Views", Path), new PageLink("Sealed words", Path + "/sealed")));
}
