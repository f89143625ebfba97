using CtVoice.Core.Conversations.Providers;

namespace CtVoice.Core.Tests.Conversations.Providers;

public sealed class RotatingSecretTests
{
    [Theory]
    [InlineData("now", "before", "now", true)]
    [InlineData("now", "before", "before", true)]
    [InlineData("now", null, "before", false)]
    [InlineData("now", "", "", false)]
    [InlineData("now", "", null, false)]
    [InlineData("", null, "", false)]
    public void Only_a_secret_that_is_set_opens(string current, string? previous, string? given, bool opens) =>
        Assert.Equal(opens, new RotatingSecret(current, previous).Matches(given));
}
