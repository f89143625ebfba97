using CtVoice.Core;
using CtVoice.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

// Beside all that the start waits for: whoever writes first must not wait for it. WarmingUp waits until it is done.
_ = WarmUp.WordsAsync();
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddAzureHost(builder.Configuration);
var host = builder.Build();
await BeforeStart.AllAsync(host.Services);
await host.RunAsync();
