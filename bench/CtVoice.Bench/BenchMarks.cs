using System.Collections.Concurrent;

namespace CtVoice.Bench;

/// <summary>Where the driver learns that the first step of an invitation ran, and that an instance has ended durably.</summary>
internal sealed class BenchMarks
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> firstSteps = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> endings = new(StringComparer.Ordinal);

    /// <summary>Completes when the first step of the invitation has run; ask before it is started.</summary>
    internal Task FirstStepOf(string invitation) => Expect(firstSteps, invitation);

    /// <summary>Completes when the instance has ended; ask before it is started.</summary>
    internal Task EndOf(string instance) => Expect(endings, instance);

    internal void Passed(BenchCall call)
    {
        if (call.Mark == 1)
            Reach(firstSteps, call.Id);
    }

    internal void Ended(string instance) => Reach(endings, instance);

    private static Task Expect(ConcurrentDictionary<string, TaskCompletionSource> marks, string id) =>
        marks.GetOrAdd(id, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private static void Reach(ConcurrentDictionary<string, TaskCompletionSource> marks, string id)
    {
        if (marks.TryRemove(id, out var mark))
            mark.SetResult();
    }
}
