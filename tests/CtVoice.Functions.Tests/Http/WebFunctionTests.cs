using System.Reflection;
using CtVoice.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace CtVoice.Functions.Tests.Http;

/// <summary>Every request reaches one function.</summary>
public sealed class WebFunctionTests
{
    [Fact]
    public void One_function_takes_every_path_by_every_method_from_everybody()
    {
        var triggers = typeof(WebFunction).Assembly.GetTypes().SelectMany(t => t.GetMethods()).SelectMany(m => m.GetParameters())
            .Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>();

        var trigger = Assert.Single(triggers);
        Assert.Equal("{*path}", trigger.Route);
        Assert.Equal(AuthorizationLevel.Anonymous, trigger.AuthLevel);
        // With a list of methods the host answers the others, and lets the caller wait.
        Assert.Null(trigger.Methods);
    }

    [Fact]
    public void No_two_functions_have_one_name()
    {
        var names = typeof(WebFunction).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            .Select(m => m.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>().ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("web", names);
    }
}
