using CtVoice.Testing.Architecture;

namespace CtVoice.Web.Tests;

/// <summary>No class of the web is made of more than eight.</summary>
public sealed class ConstructorTests
{
    [Fact]
    public void No_class_is_made_of_more_than_eight_or_of_the_container() => Assert.Empty(WideConstructors.In(
        typeof(WebPipeline).Assembly.GetTypes(),
        // It is the pipeline: every request has its services from it.
        nameof(WebPipeline)));
}
