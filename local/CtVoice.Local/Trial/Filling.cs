using CtVoice.Core.Calendar;
using CtVoice.Local.Storage;
using CtVoice.Local.Time;
using CtVoice.Web.Trial;

namespace CtVoice.Local.Trial;

/// <summary>
/// What a trial copy opens with: a finished, an overdue and an open review, played from first to last behind the curtain. Its time is a
/// winter of its own, so that it is the same story on whichever day somebody looks.
/// </summary>
/// <remarks>
/// A mark lies in the folder while it is filled. A folder that has it was broken off: it holds nothing of anybody's, and is emptied
/// and filled anew by the next start.
/// </remarks>
internal sealed class Filling(IServiceProvider services, string folder)
{
    /// <summary>When the trial opens, a Monday morning.</summary>
    internal static readonly DateTimeOffset Opens = LocalTime.InstantOf(new(2027, 1, 11), new(9, 30), LocalTime.Connecticut);

    // The agency of the finished review sends its project.
    private static readonly DateTimeOffset Begins = LocalTime.InstantOf(new(2026, 10, 5), new(9, 15), LocalTime.Connecticut);
    private static readonly DateTimeOffset LastMorning = LocalTime.InstantOf(new(2027, 1, 11), new(9, 5), LocalTime.Connecticut);

    private static string MarkOf(string folder) => Path.Combine(folder, "being-filled");

    /// <summary>The filling of the folder was broken off, or is under way.</summary>
    internal static bool IsHalf(string folder) => File.Exists(MarkOf(folder));

    /// <summary>Marks an empty folder as being filled.</summary>
    internal static void Mark(string folder)
    {
        using var mark = new StreamWriter(OwnFiles.Anew(MarkOf(folder)));
        mark.WriteLine("This folder is filled with a trial. If the filling was broken off, the next start begins it anew.");
    }

    /// <summary>Sets the clock of a new folder to where the trial begins.</summary>
    internal static Task SetClockAsync(SqliteDatabase database, TimeProvider basis) => database.WriteAsync(connection =>
    {
        var ahead = (Begins - basis.GetUtcNow()).Ticks;
        Settings.Write(connection, LocalClock.Setting, ahead);
        return ahead;
    });

    /// <summary>Plays it; the folder is whole when this completes.</summary>
    internal async Task RunAsync(Performance performance, Action<string> tell, CancellationToken cancellationToken)
    {
        using var troupe = new Troupe(services, folder);
        var travel = services.GetRequiredService<TimeTravel>();
        var (work, cold, food) = (Script.FindingWork, Script.ColdNights, Script.FoodBenefits);

        tell("a review that is finished, with a promise broken");
        var finished = await troupe.SendAsync(work, "trial-finished", cancellationToken);
        await ToAsync(finished, work, Chapter.Answers, "first review");
        tell("a review whose answer is overdue");
        var overdue = await troupe.SendAsync(cold, "trial-overdue", cancellationToken);
        await ToAsync(overdue, cold, Chapter.Answers, "second review");
        await ToAsync(finished, work, Chapter.Over, "first review");
        await travel.AdvanceToAsync(LastMorning, cancellationToken);
        tell("a review that residents are being asked in");
        var open = await troupe.SendAsync(food, "trial-open", cancellationToken);
        await ToAsync(open, food, Chapter.Asked, "third review");
        await travel.AdvanceToAsync(Opens, cancellationToken);
        await services.GetRequiredService<LocalTrial>().FollowReviewAsync(open, cancellationToken);
        File.Delete(MarkOf(folder));

        Task ToAsync(string id, Script script, Chapter goal, string which) =>
            troupe.PlayToAsync(id, script, goal, says => performance.Now = $"{which}: {says}", cancellationToken);
    }
}
