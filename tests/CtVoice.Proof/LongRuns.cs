namespace CtVoice.Proof;

/// <summary>Runs of minutes and hours, for whoever asks for them; <c>docs/reliability.md</c> has the command and the
/// figures of each.</summary>
internal static class LongRuns
{
    internal const string Reason = "It takes minutes: CTVOICE_LONG=1 runs it.";

    /// <summary>Whether they are asked for.</summary>
    internal static bool Wanted => Environment.GetEnvironmentVariable("CTVOICE_LONG") == "1";

    /// <summary>How often something is tried.</summary>
    /// <param name="everyTime">In the default run, in seconds.</param>
    /// <param name="wanted">In a long one. <c>CTVOICE_TIMES</c> says another number.</param>
    internal static int Times(int everyTime, int wanted) =>
        !Wanted ? everyTime : int.TryParse(Environment.GetEnvironmentVariable("CTVOICE_TIMES"), out var times) ? times : wanted;
}
