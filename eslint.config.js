/** How the scripts are linted: ESLint's recommended rules, no shadowed names, and imports that go one way. */
import js from '@eslint/js';
import globals from 'globals';

const FOLDERS = ['rules', 'core', 'data', 'layers', 'controls'];

/** A folder of the map's script imports from those before it, never from those after it. */
const oneWay = FOLDERS.map((folder, at) => ({
  files: [`geo/webmap/js/${folder}/**/*.js`],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: FOLDERS.slice(at + 1).map((later) => ({ regex: `\\.\\./${later}/` })) },
    ],
  },
}));

export default [
  {
    ignores: [
      '**/*',
      '!**/',
      '!geo/*/js/**/*.js',
      '!ui/components/js/**/*.js',
      '!tests/script/*.js',
      '!*.js',
      'node_modules/',
    ],
  },
  js.configs.recommended,
  {
    rules: {
      'no-shadow': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
      curly: ['error', 'multi-line'],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'max-lines': ['error', 250],
      'max-params': ['error', 5],
      complexity: ['error', 14],
    },
  },
  { files: ['geo/**/*.js', 'ui/**/*.js'], languageOptions: { globals: globals.browser } },
  { files: ['geo/webmap/js/**/*.js'], languageOptions: { globals: { L: 'readonly', map_salient: 'readonly' } } },
  // Rules and data run in node as they do in the page: they touch neither.
  {
    files: ['geo/webmap/js/rules/**/*.js'],
    rules: { 'no-restricted-globals': ['error', 'window', 'document', 'location', 'L'] },
  },
  { files: ['tests/script/*.js', '*.js'], languageOptions: { globals: globals.node } },
  ...oneWay,
];
