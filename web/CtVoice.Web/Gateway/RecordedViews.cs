using CtVoice.Core.Board;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web;

/// <summary>Recording what a person is about to see, for the auditor.</summary>
internal static class RecordedViews
{
    /// <summary>Records it; durable when the task completes, so it is called before anything is shown.</summary>
    /// <param name="context">The request.</param>
    /// <param name="screen">Which screen or export, e.g. <c>calls/r-1</c>.</param>
    /// <param name="memberIds">Whose data it shows.</param>
    /// <param name="reason">Why, where a reason had to be given.</param>
    public static Task RecordViewAsync(this HttpContext context, string screen, IEnumerable<string> memberIds, string? reason = null) =>
        context.Need<IViewLog>().RecordAsync(
            new(context.Now(), context.Principal().KeyId, screen, [.. memberIds.Distinct(StringComparer.Ordinal)], reason),
            context.RequestAborted);
}
