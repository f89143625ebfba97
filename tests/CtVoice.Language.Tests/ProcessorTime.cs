using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CtVoice.Language.Tests;

/// <summary>
/// Processor time of the thread that asks: what a busy machine gives to others is not counted. Elsewhere than on Linux the time that
/// passed.
/// </summary>
internal static class ProcessorTime
{
    // CLOCK_THREAD_CPUTIME_ID, <linux/time.h>.
    private const int OfThread = 3;

    /// <summary>The time so far.</summary>
    internal static TimeSpan Now => OperatingSystem.IsLinux() && clock_gettime(OfThread, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / TimeSpan.NanosecondsPerTick)
        : Stopwatch.GetElapsedTime(0);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        internal nint Seconds;
        internal nint Nanoseconds;
    }
}
