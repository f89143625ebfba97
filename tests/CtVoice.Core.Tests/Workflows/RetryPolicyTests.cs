using CtVoice.Core.Engine;

namespace CtVoice.Core.Tests.Workflows;

public sealed class RetryPolicyTests
{
    [Fact]
    public void The_patient_policy_lasts_about_half_an_hour()
    {
        var policy = RetryPolicy.Patient;
        var pauses = Enumerable.Range(2, policy.MaxAttempts - 1)
            .Aggregate(TimeSpan.Zero, (sum, attempt) => sum + policy.DelayBefore(attempt));

        Assert.InRange(pauses, TimeSpan.FromMinutes(25), TimeSpan.FromMinutes(35));
    }

    [Fact]
    public void The_first_pauses_are_those_of_every_version_before()
    {
        // A retry that was under way when a new version was deployed goes on where it was.
        var pauses = Enumerable.Range(2, 9).Select(RetryPolicy.Patient.DelayBefore);

        Assert.Equal([2, 4, 8, 16, 32, 64, 128, 256, 512], pauses.Select(p => (int)p.TotalSeconds));
    }
}
