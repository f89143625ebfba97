using System.Globalization;

namespace CtVoice.Local.Commands;

/// <summary>
/// Says how far long work is: a line each few seconds beside the command's own output, and none for work that is soon done.
/// </summary>
/// <param name="beside">Where it is said; what a command prints stays what it was.</param>
/// <param name="what">What was done so far, such as "reviews checked".</param>
/// <param name="clock">The time.</param>
internal sealed class LongWork(TextWriter beside, string what, TimeProvider clock) : IProgress<int>
{
    /// <summary>Between two lines.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private DateTimeOffset next = clock.GetUtcNow() + Pause;

    public void Report(int value)
    {
        var now = clock.GetUtcNow();
        if (now < next)
            return;
        next = now + Pause;
        beside.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value} {what} so far"));
    }
}
