using CtVoice.Core.Engine;
using Microsoft.Extensions.Logging;

namespace CtVoice.Functions.Tests.Workflows;

/// <summary>How a probe runs. It is a record of records and enums, so that its serialisation is proven on the way.</summary>
public sealed record ProbeInput(string Name, ProbePace Pace, int Run = 1, IReadOnlyList<Guid>? Drawn = null);

/// <summary>How fast, by name in the stored input.</summary>
public enum ProbePace
{
    AtOnce,
    UntilWoken,
    Never,
}

/// <summary>What one step of the probe is told.</summary>
public sealed record ProbeStep(string Name, string What, DateTimeOffset Now);

/// <summary>What one step answers.</summary>
public sealed record ProbeStepResult(string What, int Attempt);

/// <summary>What the probe shows of itself.</summary>
public sealed record ProbeStatus(string Stage, int Run, string Version, IReadOnlyList<Guid>? Drawn);

/// <summary>
/// Uses every member of the workflow port once: a step that fails twice and is tried again, a step that fails for good, a
/// timer, the wake loop, a status, an id, a logger, and a second run continued as new.
/// </summary>
public sealed class ProbeWorkflow : IWorkflow<ProbeInput>
{
    public const string Name = "ProbeWorkflow";

    public const string Version = "3";

    public static readonly ActivityName<ProbeStep, ProbeStepResult> Step = new("ProbeStep");

    /// <summary>Three attempts, a tenth of a second apart.</summary>
    private static readonly RetryPolicy Brisk = new(3, TimeSpan.FromSeconds(0.1), 1, TimeSpan.FromSeconds(0.1));

    public async Task RunAsync(IWorkflowContext context, ProbeInput input)
    {
        var log = context.CreateReplaySafeLogger(Name);
        if (!context.IsReplaying)
            ProbeLog.Turn(log, context.InstanceId);
        if (input.Pace == ProbePace.Never)
            throw new InvalidOperationException("A fault of ours.");

        var retried = await context.CallAsync(Step, At("fail twice"), Brisk);
        var failed = "";
        try
        {
            await context.CallAsync(Step, At("always fail"), Brisk);
        }
        catch (ActivityFailedException failure)
        {
            failed = failure.Activity;
        }
        await context.CreateTimer(context.CurrentUtcDateTime.AddSeconds(1), CancellationToken.None);
        Guid[] drawn = [.. input.Drawn ?? [], context.NewGuid()];

        if (input.Pace == ProbePace.UntilWoken)
        {
            var wake = new Wake(context);
            for (var seen = 0; seen < 2;)
            {
                context.SetCustomStatus(new ProbeStatus($"waiting {seen}", input.Run, context.Version, drawn));
                // Far away: only a wake can end the wait in time, and the timer must be given up without harm.
                await wake.UntilAsync(new DateTimeOffset(context.CurrentUtcDateTime).AddDays(1));
                seen++;
            }
        }
        if (input.Run == 1)
        {
            context.ContinueAsNew(input with { Run = 2, Drawn = drawn });
            return;
        }
        await context.CallAsync(Step, At("end"), Brisk);
        context.SetCustomStatus(new ProbeStatus($"{retried.What}:{retried.Attempt},{failed}", input.Run, context.Version, drawn));

        ProbeStep At(string what) => new(input.Name, $"{what}/{input.Run}", context.CurrentUtcDateTime);
    }
}

/// <summary>A step that fails as often as it is told to.</summary>
public sealed class ProbeActivity(ProbeRecord record) : IActivity<ProbeStep, ProbeStepResult>
{
    public Task<ProbeStepResult> RunAsync(ProbeStep input, CancellationToken cancellationToken)
    {
        var attempt = record.Note($"{input.Name}/{input.What}");
        var fails = input.What.StartsWith("always fail", StringComparison.Ordinal)
            || (input.What.StartsWith("fail twice", StringComparison.Ordinal) && attempt < 3);
        return fails
            ? throw new InvalidOperationException($"Attempt {attempt} of {input.What}.")
            : Task.FromResult(new ProbeStepResult(input.What, attempt));
    }
}

/// <summary>Counts the attempts of each step.</summary>
public sealed class ProbeRecord
{
    private readonly Dictionary<string, int> attempts = new(StringComparer.Ordinal);

    public int Note(string step)
    {
        lock (attempts)
            return attempts[step] = attempts.GetValueOrDefault(step) + 1;
    }

    public int Attempts(string step)
    {
        lock (attempts)
            return attempts.GetValueOrDefault(step);
    }
}

internal static partial class ProbeLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Turn of {Instance}")]
    public static partial void Turn(ILogger logger, string instance);
}
