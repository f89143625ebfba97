using System.Globalization;
using CtVoice.Core.Ledger;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>The signed checkpoints of the ledgers, for everybody: whoever keeps one can prove a rewriting later.</summary>
internal static class CheckpointRoutes
{
    private const string Latest = "latest";

    private static readonly CheckpointView Sample = Example();

    internal static void MapCheckpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/register/checkpoints", ListAsync).OpenTo(Access.Public)
            .WithName("listCheckpoints").WithSummary("Lists the nightly checkpoints of all ledgers, newest first.")
            .Query("continuation", "From the page before.")
            .Returns(200, "One page.", new CheckpointPage([new(Sample.Number, Sample.Day, Sample.Hash, Sample.Key.Id, 1)], null));
        endpoints.MapGet("/api/register/checkpoints/{number}", ReadAsync).OpenTo(Access.Public)
            .WithName("readCheckpoint").WithSummary("Reads one checkpoint: the signed text, its hash, its signature and the public key.")
            .WithDescription(
                "Keep the answer as it is: ctvoice verify --checkpoint takes it. docs/ledger.md shows how to check it with openssl alone.")
            .Returns(200, "The checkpoint.", Sample);
    }

    internal static async Task<IResult> ListAsync(HttpContext context)
    {
        var (lines, continuation) = await context.Need<CheckpointStore>()
            .ListAsync(100, context.QueryText("continuation"), context.RequestAborted);
        var read = await Listing.SayAsync(context, "checkpoints", lines);
        return Answer.Json(new CheckpointPage(read.Lines, continuation) { Unreadable = read.UnreadableOrNull });
    }

    private static async Task<IResult> ReadAsync(HttpContext context)
    {
        var asked = context.RouteText("number");
        var store = context.Need<CheckpointStore>();
        var found = asked == Latest ? await store.LatestAsync(context.RequestAborted)
            : int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? await store.ReadAsync(number, context.RequestAborted)
            : null;
        return found is null ? Problem.NotFound() : Answer.Json(CheckpointView.Of(found));
    }

    // Made here, so that the example checks like a real one; only its signature is shortened, because each one differs.
    private static CheckpointView Example()
    {
        var checkpoint = CheckpointChain.Next(
            null, [new("r-acdefghjkm", 12, new string('a', 64))], new(2027, 1, 12), new(2027, 1, 12, 8, 30, 0, TimeSpan.Zero),
            new SigningKey(new byte[32]));
        return CheckpointView.Of(checkpoint with { Signature = "MEUCIQ..." });
    }
}
